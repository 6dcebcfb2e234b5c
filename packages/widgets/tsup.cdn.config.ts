import { defineConfig, type Options } from 'tsup'

/** All elements and what they need in one file, for pages without a bundler. */
const bundle: Options = {
  entry: { 'cdn/widgets': 'src/index.ts' },
  target: 'es2022',
  platform: 'browser',
  minify: true,
  sourcemap: true,
  noExternal: [/.*/],
  treeshake: true,
  dts: false,
  silent: true,
  define: { 'process.env.NODE_ENV': '"production"' },
}

export default defineConfig([
  { ...bundle, format: ['iife'], globalName: 'kbyt', outExtension: () => ({ js: '.min.js' }) },
  { ...bundle, format: ['esm'], splitting: true, outExtension: () => ({ js: '.esm.min.js' }) },
])
