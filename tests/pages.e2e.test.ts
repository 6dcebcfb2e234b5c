import { afterAll, beforeAll, expect, it } from 'vitest'
import { findAxeViolations } from './axe.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const cases = ['/', '/kbyt', '/kiemtra'].flatMap((path) =>
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
  expect(await page.title()).toBe('In-province declaration – Thừa Thiên Huế')
})

it('opens the main content from the skip link', async () => {
  const page = await stage.open('/')

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
})

it.each([390, 1280])('fits %i pixels without scrolling sideways', async (width) => {
  for (const path of ['/', '/kbyt', '/kiemtra']) {
    const page = await stage.open(path, { viewport: { width, height: 844 } })

    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )

    expect(overflow).toBe(0)
  }
})
