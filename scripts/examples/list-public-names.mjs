import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/**
 * Maps each name that a package exports to the entry it comes from, as `verifyQr` to `@kbyt/sdk/qr`.
 *
 * @param {string} root
 */
export function listPublicNames(root) {
  /** @type {Map<string, string>} */
  const names = new Map()
  for (const file of globSync('packages/*/package.json', { cwd: root }).sort()) {
    const { name, exports } = JSON.parse(readFileSync(join(root, file), 'utf8'))
    for (const [subpath, conditions] of Object.entries(exports)) {
      const source = conditions['@kbyt/source']
      if (!source) continue
      const entry = posix.join(name, subpath)
      for (const exported of listExports(join(root, dirname(file), source)))
        if (!names.has(exported)) names.set(exported, entry)
    }
  }
  return names
}

/**
 * @param {string} file
 * @returns {string[]}
 */
function listExports(file) {
  if (!existsSync(file)) return []
  const source = readFileSync(file, 'utf8')
  const declared =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:function|const|class|interface|type) (\w+)/gm
  const lists = /^export (?:type )?\{([^}]*)\}/gm
  const stars = /^export (?:type )?\* from '(\.[^']+)\.js'/gm
  return [
    ...[...source.matchAll(declared)].map(([, name = '']) => name),
    ...[...source.matchAll(lists)].flatMap(([, list = '']) => readList(list)),
    ...[...source.matchAll(stars)].flatMap(([, path]) =>
      listExports(join(dirname(file), `${path}.ts`)),
    ),
  ]
}

/** @param {string} list */
const readList = (list) =>
  list
    .split(',')
    .map((item) => /(\w+)\s*$/.exec(item)?.[1])
    .filter((name) => name !== undefined)
