import { defineConfig, type Options } from 'tsup'

/** All elements and what they need, for pages without a bundler. */
const bundle: Options = {
  entry: { 'cdn/kbyt': 'src/index.ts' },
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
  // <script type="module" src=".../kbyt.js">: the scanner's engine comes when a camera opens.
  {
    ...bundle,
    format: ['esm'],
    splitting: true,
    outExtension: () => ({ js: '.js' }),
    esbuildOptions: (options) => {
      // Modules are always read as UTF-8; escaped, Vietnamese is three times as long.
      options.charset = 'utf8'
      options.chunkNames = 'cdn/[name]-[hash]'
    },
  },
  // <script src=".../kbyt.iife.js">: everything in one file.
  { ...bundle, format: ['iife'], outExtension: () => ({ js: '.iife.js' }) },
])
