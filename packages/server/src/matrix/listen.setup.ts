import type { World } from './world.setup.js'

const telling = /"(\w+(?:Id|Code)|token|chain|nextCursor)":"([^"]{1,500})"/g
const most = 40

/** Remembers ids and cursors of an answer: whoever has them may try them where they are not meant. */
export function listen({ heard }: World, text: string): void {
  for (const [, field = '', value = ''] of text.matchAll(telling)) {
    const name = field === 'nextCursor' ? 'cursor' : field
    const values = heard.get(name) ?? []
    if (values.includes(value)) continue
    heard.set(name, [...values, value].slice(-most))
  }
}
