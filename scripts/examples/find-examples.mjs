/** What a source exports, public or not. */
const declarations = /^export (?:async )?(?:function|const|class) (\w+)/gm

/** @typedef {{ file: string, code: string }} Example `code` stands on the same lines as in the file. */

/**
 * Finds the examples of a source or of a Markdown page.
 *
 * @param {string} file
 * @param {string} text
 * @param {ReadonlyMap<string, string>} names Public names and the entries they come from.
 * @returns {Example[]}
 */
export function findExamples(file, text, names) {
  const bodies = file.endsWith('.md') ? findBlocks(text) : findDocstringExamples(text)
  const ownNames = new Map(
    [...text.matchAll(declarations)].map(([, name = '']) => [name, `../../${file}`]),
  )
  return bodies.map(({ line, body }) => {
    const isWhole = /^import\s/m.test(body)
    const imports = isWhole ? '' : writeImports(body, new Map([...ownNames, ...names]))
    return { file, code: `${imports}export {}${'\n'.repeat(line)}${body}\n` }
  })
}

/** @param {string} page */
function findBlocks(page) {
  return [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ index, 1: body = '' }) => ({
    line: countLines(page.slice(0, index)) + 1,
    body,
  }))
}

/** @param {string} source */
function findDocstringExamples(source) {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ index, 0: docstring }) => {
    const plain = docstring.replace(/^[ \t]*(?:\/\*\*|\*\/|\*(?!\/) ?)|\*\/$/gm, '')
    return [...plain.matchAll(/^@example\b(.*\n[\s\S]*?)(?=^@\w|(?![\s\S]))/gm)]
      .map((match) => ({
        line: countLines(source.slice(0, index)) + countLines(plain.slice(0, match.index)),
        body: (match[1] ?? '').replace(/^```\w*$/gm, ''),
      }))
      .filter(({ body }) => !body.trim().startsWith('<'))
  })
}

/** @param {string} text */
const countLines = (text) => text.split('\n').length - 1

/**
 * @param {string} body
 * @param {ReadonlyMap<string, string>} names
 */
function writeImports(body, names) {
  const bindings = /\b(?:const|let|function|class)\s+(\{[^}]*\}|\[[^\]]*\]|\w+)/g
  const declared = [...body.matchAll(bindings)].flatMap(([, name = '']) => name.match(/\w+/g) ?? [])
  const used = new Set(body.match(/(?<![.\w'"`/-])[A-Za-z_]\w*/g) ?? [])
  return [...used]
    .filter((name) => names.has(name) && !declared.includes(name))
    .map((name) => `import { ${name} } from '${names.get(name)}'; `)
    .join('')
}
