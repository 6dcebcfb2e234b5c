import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { answerHealth, field, fillPerson, next, setupForm } from './form.setup.js'

const ward = () => field('Phường/Xã/Thị trấn')

it('asks no ward of somebody on an island district without wards', async () => {
  const { form } = await setupForm()
  const submitted = vi.fn()
  form.addEventListener('kbyt-declaration-submitted', submitted)
  await fillPerson()
  await userEvent.selectOptions(field('Tỉnh/Thành phố'), 'Tỉnh Quảng Trị')
  await expect
    .element(page.getByRole('option', { name: 'Huyện Cồn Cỏ', exact: true }))
    .toBeInTheDocument()
  await expect.element(ward()).toBeVisible()

  await userEvent.selectOptions(field('Quận/Huyện/Thị xã/Thành phố'), 'Huyện Cồn Cỏ')
  await expect.element(ward()).not.toBeInTheDocument()
  await next().click()
  await next().click()
  await answerHealth()
  await next().click()
  await expect.element(page.getByText('Tổ dân phố 5, Huyện Cồn Cỏ, Tỉnh Quảng Trị')).toBeVisible()
  await page.getByRole('checkbox').first().click()
  await page.getByRole('button', { name: 'Gửi tờ khai' }).click()

  await vi.waitFor(() => expect(submitted).toHaveBeenCalledOnce())
  const [event] = submitted.mock.calls[0] ?? []
  const { address } = event.declaration.people[0].person
  expect(address).toMatchObject({ provinceCode: '45', districtCode: '471' })
  expect(address).not.toHaveProperty('wardCode')
})
