// Imports run one way. A room that is not in the table may use what '*' lists; a line added here
// is a decision about the architecture.
import { globSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'

/** Which packages a package may use. */
const packages = {
  sdk: [],
  server: ['sdk'],
  'mock-server': ['sdk', 'server'],
  widgets: ['sdk'],
}

/**
 * Which rooms (a folder or file of src/) a room may use; an index may use all.
 *
 * @type {Record<string, Record<string, string[]>>}
 */
const rooms = {
  sdk: {
    errors: [],
    schema: ['errors'],
    client: ['errors', 'schema'],
    places: ['errors', 'schema', 'client'],
    policy: ['errors', 'schema'],
    documents: ['errors', 'schema', 'places'],
    qr: ['errors', 'schema'],
    trust: ['errors', 'schema', 'client', 'policy', 'places', 'qr'],
    inspection: ['errors', 'schema', 'client', 'officer'],
    '*': ['errors', 'schema', 'client', 'places', 'policy', 'documents', 'trust', 'qr'],
  },
  widgets: {
    words: [],
    controllers: ['words'],
  },
}

const browserFiles = /^(sdk|widgets)\/src\/(?![\w-]+\/node\/)/

/** What some files never import from outside. */
const closed = [
  // A room's node/ folder has an entry of its own; nothing that browsers load leads to it.
  { files: browserFiles, never: /^node:/, reason: 'it runs in browsers' },
  { files: browserFiles, never: /^\.{1,2}\/(.*\/)?node\//, reason: 'it runs in browsers' },
  { files: /\.service\.ts$/, never: /^(hono|kysely|pg)(\/|$)/, reason: 'services only decide' },
]

const isTest = (/** @type {string} */ file) => /\.(test|test-d|contract|setup)\.ts$/.test(file)
const roomOf = (/** @type {string} */ path) => (path.split('/')[0] ?? '').replace(/\.[jt]s$/, '')

/**
 * Says why a file may not import a module, or nothing when it may.
 *
 * @param {string} file Below packages/, such as `sdk/src/qr/verify-qr.ts`.
 * @param {string} specifier
 */
export function findObjection(file, specifier) {
  if (isTest(file)) return undefined
  const barred = closed.find((rule) => rule.files.test(file) && rule.never.test(specifier))
  if (barred) return `${file} imports ${specifier}: ${barred.reason}`

  const [from = '', , ...path] = file.split('/')
  const used = /^@kbyt\/([^/]+)/.exec(specifier)?.[1]
  const allowed = packages[/** @type {keyof typeof packages} */ (from)] ?? []
  if (used && !allowed.some((name) => name === used))
    return `${file} imports ${specifier}: ${from} may not use ${used}`
  return specifier.startsWith('.') ? findRoomObjection(from, path.join('/'), specifier) : undefined
}

/**
 * @param {string} packageName
 * @param {string} path
 * @param {string} specifier
 */
function findRoomObjection(packageName, path, specifier) {
  const target = posix.join(posix.dirname(path), specifier)
  const [from, to] = [roomOf(path), roomOf(target)]
  const file = `${packageName}/src/${path}`
  if (to === '..') return `${file} imports ${specifier}: it leaves src`
  const table = rooms[packageName]
  const allowed = table?.[from] ?? table?.['*']
  if (!allowed || from === to || from === 'index' || allowed.includes(to)) return undefined
  return `${file} imports ${specifier}: ${from} may not use ${to}`
}

/**
 * Reads the modules that a source imports or re-exports, types included.
 *
 * @param {string} source
 */
export function readImports(source) {
  // An example in a docstring is no import of the file's own.
  const code = source.replace(/\/\*\*[\s\S]*?\*\//g, '')
  const statements = /^(?:import|export)\s(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
  const calls = /^(?!\s*(?:\*|\/\/)).*\bimport\(\s*['"]([^'"]+)['"]/gm
  return [...code.matchAll(statements), ...code.matchAll(calls)].map((match) => match[1] ?? '')
}

/** Every objection to the imports of every package. */
export function findObjections() {
  const root = resolve(import.meta.dirname, '../packages')
  return globSync('*/src/**/*.ts', { cwd: root }).flatMap((path) => {
    const file = path.replaceAll('\\', '/')
    const imports = readImports(readFileSync(join(root, file), 'utf8'))
    return imports
      .map((specifier) => findObjection(file, specifier))
      .filter((it) => it !== undefined)
  })
}

if (process.argv[1] === import.meta.filename) {
  const objections = findObjections()
  for (const objection of objections) console.error(objection)
  process.exitCode = objections.length > 0 ? 1 : 0
}
