import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../docs/reference')
const pages = new Map(
  globSync('*.md', { cwd: folder }).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
)
const withoutCode = (page: string) => page.replace(/^```[\s\S]*?^```$/gm, '')

/** The anchors GitHub gives to the headings of a page; the second of two alike gets `-1`. */
function listAnchors(page: string): Set<string> {
  const headings = withoutCode(page).match(/^#+ .+$/gm) ?? []
  const anchors = headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\d _-]/gu, '')
      .replaceAll(' ', '-'),
  )
  const counts = new Map<string, number>()
  return new Set(
    anchors.map((anchor) => {
      const earlier = counts.get(anchor) ?? 0
      counts.set(anchor, earlier + 1)
      return earlier === 0 ? anchor : `${anchor}-${earlier}`
    }),
  )
}

/** Once for each page: a page has hundreds of links. */
const anchors = new Map([...pages].map(([name, page]) => [name, listAnchors(page)]))

it.each([...pages.keys()])('leads every link of %s to a section', (name) => {
  const links = withoutCode(pages.get(name)!).matchAll(/\]\(([\w-]+\.md)?(?:#([^)\s]*))?\)/g)

  const broken = [...links].filter(([, path = name, anchor]) => {
    const target = anchors.get(path)
    return !target || (anchor !== undefined && !target.has(anchor))
  })
  expect(broken.map(([link]) => link)).toEqual([])
})

it('gives every page its place in the index', () => {
  const index = pages.get('README.md')!

  const lost = [...pages.keys()].filter(
    (name) => name !== 'README.md' && !index.includes(`(${name})`),
  )
  expect(lost).toEqual([])
})
