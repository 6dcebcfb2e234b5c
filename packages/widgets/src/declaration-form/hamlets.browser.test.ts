import { setHamlets } from '@kbyt/sdk/hamlets'
import { openOfficerSession } from '@kbyt/sdk/inspection'
import { expect, it } from 'vitest'
import { field, fillPerson, findBarriers, next, setupForm } from './form.setup.js'

const hamlet = () => field('Thôn/Tổ dân phố')

function listSuggestions(): string[] {
  const input = hamlet().element()
  const options = input instanceof HTMLInputElement ? [...(input.list?.options ?? [])] : []
  return options.map((option) => option.value)
}

it('offers the hamlets of the chosen ward, and takes any other', async () => {
  const { mock, client } = await setupForm()
  const login = { username: 'phuong', password: 'mot-mat-khau-dai' }
  await mock.app.addOfficer({ ...login, displayName: 'An', role: 'province', areas: ['46'] })
  await openOfficerSession(client, login)
  const hamlets = [{ name: 'Tổ dân phố 1' }, { name: 'Tổ dân phố 2' }]
  await setHamlets(client, { ward: '19750', hamlets })

  expect(listSuggestions()).toEqual([])
  await fillPerson()
  await expect.poll(listSuggestions).toEqual(['Tổ dân phố 1', 'Tổ dân phố 2'])
  const barriers = await findBarriers()
  await hamlet().fill('Kiệt 5')
  await next().click()

  expect(barriers).toEqual([])
  await expect.element(hamlet()).not.toBeInTheDocument()
})
