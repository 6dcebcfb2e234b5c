// Reads the packages' sources as TypeScript understands them. TypeScript 7 has no API for it, hence 6.
import { readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve } from 'node:path'
import ts from '@typescript/typescript6'

const root = resolve(import.meta.dirname, '../..')

/**
 * An entry of a package, such as `@kbyt/sdk/qr`, and a name it exports with what it stands for.
 *
 * @typedef {{ specifier: string, page: string, file: string, exports: Export[] }} Entry
 * @typedef {{ name: string, symbol: ts.Symbol }} Export
 */

/** What the order of packages in the reference is. */
const packages = ['sdk', 'widgets', 'server', 'mock-server']

const listEntryFiles = () =>
  packages.flatMap((name) => {
    const manifest = join(root, 'packages', name, 'package.json')
    const { exports } = JSON.parse(readFileSync(manifest, 'utf8'))
    return Object.entries(exports).flatMap(([subpath, { '@kbyt/source': source }]) =>
      source
        ? [{ specifier: posix.join('@kbyt', name, subpath), file: join(dirname(manifest), source) }]
        : [],
    )
  })

const files = listEntryFiles()
const program = ts.createProgram(
  files.map(({ file }) => file),
  {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    experimentalDecorators: true,
    useDefineForClassFields: false,
    skipLibCheck: true,
    noEmit: true,
    customConditions: ['@kbyt/source'],
  },
)
export const checker = program.getTypeChecker()

/**
 * @param {string} file
 * @returns {Export[]}
 */
function listExports(file) {
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  return (module ? checker.getExportsOfModule(module) : []).map((symbol) => ({
    name: symbol.name,
    symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }))
}

/** @type {Entry[]} */
export const entries = files.map(({ specifier, file }) => ({
  specifier,
  page: `${specifier.replace('@kbyt/', '').replaceAll('/', '-')}.md`,
  file,
  exports: listExports(file),
}))

/** @param {ts.Symbol} symbol */
export const declarationsOf = (symbol) => symbol.declarations ?? []

/** @param {ts.Symbol} symbol */
export const fileOf = (symbol) =>
  resolve(root, declarationsOf(symbol)[0]?.getSourceFile().fileName ?? '')

/** @param {string} file */
export const toRepoPath = (file) => relative(root, file).replaceAll('\\', '/')

/** Where each public name is described: the entry beside it, else the first that exports it. */
const homes = findHomes()

function findHomes() {
  /** @type {Map<string, Entry>} */
  const found = new Map()
  for (const entry of entries)
    for (const { name, symbol } of entry.exports)
      if (!found.has(name) || dirname(fileOf(symbol)) === dirname(entry.file))
        found.set(name, entry)
  return found
}

/** @param {string} name */
export const findHome = (name) => homes.get(name)

/**
 * The anchor of a name's section: a type that is spelled as a function is the second of the two.
 *
 * @param {string} name
 * @param {Entry} home
 */
function toAnchor(name, home) {
  const anchor = name.toLowerCase()
  const isTwin = home.exports.some(
    (other) => other.name !== name && other.name.toLowerCase() === anchor,
  )
  return isTwin && /^[A-Z]/.test(name) ? `${anchor}-1` : anchor
}

/**
 * A link to the section of a public name, or the bare name.
 *
 * @param {string} name
 * @param {string} from The page that links.
 */
export function linkTo(name, from) {
  const home = findHome(name)
  if (!home) return `\`${name}\``
  return `[\`${name}\`](${home.page === from ? '' : home.page}#${toAnchor(name, home)})`
}
