import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { findAxeViolations } from './axe.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.leave())
afterAll(() => stage.close())

const pages = ['/', '/kbyt', '/kiemtra', '/kiemtra/may-doc']
const cases = pages.flatMap((path) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['vi', 'en'] as const).map((language) => ({ path, colorScheme, language })),
  ),
)

it.each(cases)('axe finds nothing on $path, $colorScheme, in $language', async (given) => {
  const page = await stage.open(given.path, { colorScheme: given.colorScheme })
  if (given.language === 'en') await page.getByRole('button', { name: 'English' }).click()
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(given.language)

  const violations = await findAxeViolations(page)

  expect(violations).toEqual([])
  expect(stage.complaints).toEqual([])
})

it('remembers the language from page to page', async () => {
  const page = await stage.open('/')
  await page.getByRole('button', { name: 'English' }).click()

  await page.getByRole('link', { name: 'Declare or see your QR again' }).click()

  await page.getByRole('heading', { level: 1, name: 'In-province declaration' }).waitFor()
  await expect.poll(() => page.title()).toBe('In-province declaration – Thừa Thiên Huế')
})

it('opens the main content from the skip link', async () => {
  const page = await stage.open('/')

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
})

it.each([390, 1280])('fits %i pixels without scrolling sideways', async (width) => {
  for (const path of pages) {
    const page = await stage.open(path, { viewport: { width, height: 844 } })

    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )

    expect(overflow).toBe(0)
  }
})

it('lets other origins load the widgets, and nothing else', async () => {
  const { url } = stage.portal
  const [bundle, page, api] = await Promise.all(
    ['/kbyt.js', '/kbyt', '/v1/config'].map((path) => fetch(url + path)),
  )

  expect(bundle?.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(bundle?.headers.get('access-control-allow-origin')).toBe('*')
  expect(page?.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(page?.headers.has('access-control-allow-origin')).toBe(false)
  expect(api?.headers.has('access-control-allow-origin')).toBe(false)
})

it('sends the policy of DESIGN.md with every page, and what is named after its content for good', async () => {
  const { url } = stage.portal
  const page = await fetch(`${url}/kiemtra`)
  const script = (await page.text()).match(/\/assets\/[\w-]+\.js/)?.[0]

  const asset = await fetch(url + script)

  expect(page.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; " +
      "img-src 'self' data: blob:; media-src blob:; worker-src 'self'; manifest-src 'self'; " +
      "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types lit-html kbyt 'allow-duplicates'",
  )
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

it('has no page outside its folder', async () => {
  const { url } = stage.portal

  const answers = await Promise.all(
    ['/serve.ts', '/..%2fserve.ts', '/.kbyt/demo-officer.json', '/nowhere'].map((path) =>
      fetch(url + path),
    ),
  )

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
})
