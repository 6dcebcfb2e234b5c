import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { answerHealth, field, fillPerson, findBarriers, next, setupForm } from './form.setup.js'

const heading = (name: string) => page.getByRole('heading', { name })

describe.each([
  ['vi', 'light'],
  ['vi', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const)('in %s, %s', (language, theme) => {
  it('has no barrier on the phone and code pages', async () => {
    await setupForm({ language, theme, isProven: false })
    const phone = page.getByRole('textbox')
    await expect.element(phone).toBeVisible()
    expect(await findBarriers()).toEqual([])

    await phone.fill('0905123456')
    await page.getByRole('button').click()
    await expect.element(page.getByRole('heading', { name: /mã xác thực|code/i })).toBeVisible()
    expect(await findBarriers()).toEqual([])
  })

  it('has no barrier on the other pages, errors shown', async () => {
    const { form } = await setupForm({ theme })
    // Filled in in Vietnamese, read in the language asked for.
    const check = async () => {
      await next().click()
      form.lang = language
      await form.updateComplete
      expect(await findBarriers()).toEqual([])
      form.lang = 'vi'
      await form.updateComplete
    }
    await expect.element(heading('Thông tin của Anh/Chị')).toBeVisible()
    await check()
    await fillPerson()
    await next().click()
    await expect.element(heading('Người được khai báo')).toBeVisible()
    await next().click()
    await expect.element(heading('Sức khỏe của Anh/Chị')).toBeVisible()
    await check()
    await answerHealth()
    await next().click()
    await expect.element(heading('Kiểm tra và gửi tờ khai')).toBeVisible()
    form.lang = language
    await page.getByRole('button', { name: /Gửi tờ khai|Submit/ }).click()
    expect(await findBarriers()).toEqual([])
    await page.getByRole('checkbox').first().click()
    await page.getByRole('button', { name: /Gửi tờ khai|Submit/ }).click()
    await expect.element(page.getByRole('heading', { name: /Đã gửi|sent/ })).toBeVisible()
    expect(await findBarriers()).toEqual([])
  })
})

it('speaks the language of the page around it, also when that changes', async () => {
  await setupForm({ isProven: false })
  await expect.element(field('Số điện thoại di động')).toBeVisible()

  document.documentElement.lang = 'en'

  await expect.element(field('Mobile phone number')).toBeVisible()
})
