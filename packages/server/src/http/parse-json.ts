import { KbytError } from '@kbyt/sdk'

const maxDepth = 32
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gs

/**
 * Reads JSON without the holes of `JSON.parse`: invalid UTF-8, a byte order mark, a key given twice
 * and nesting deeper than 32 are refused.
 *
 * @throws {KbytError} `json_malformed`.
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    checkStructure(text)
    return value
  } catch (cause) {
    throw new KbytError('json_malformed', { cause })
  }
}

/** Walks text that is known to be JSON; an object on the stack is the set of its keys. */
function checkStructure(text: string): void {
  const stack: (Set<string> | undefined)[] = []
  let isKeyNext = false
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') stack.push(token === '{' ? new Set() : undefined)
    else if (token === '}' || token === ']') stack.pop()
    else if (isKeyNext && token.startsWith('"')) addKey(stack.at(-1), token)
    if (stack.length > maxDepth) throw new SyntaxError('nested too deep')
    isKeyNext = (token === '{' || token === ',') && stack.at(-1) !== undefined
  }
}

function addKey(keys: Set<string> | undefined, token: string): void {
  const key = String(JSON.parse(token))
  if (keys?.has(key)) throw new SyntaxError('a key is given twice')
  keys?.add(key)
}
