/** Not shipped: tests, type tests, shared contract suites and what sets tests up. */
const isTest = '!src/**/*.{test,test-d,contract,setup}.ts'
/** Types of packages that bring none: nothing to build. */
const isDeclaration = '!src/**/*.d.ts'

/**
 * How every package is built: file for file, so that `sideEffects` names real files,
 * a bundler can drop what it does not need, and the .js lies beside its .d.ts.
 *
 * @param {'neutral' | 'browser' | 'node'} platform
 * @returns {import('tsup').Options}
 */
export function library(platform) {
  return {
    entry: ['src/**/*.ts', isTest, isDeclaration],
    format: ['esm'],
    target: 'es2022',
    platform,
    bundle: false,
    removeNodeProtocol: false,
    sourcemap: true,
    clean: true,
    dts: false,
    silent: true,
  }
}
