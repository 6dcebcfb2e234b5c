import {
  createAccount,
  createMemoryHolderStore,
  createMyQr,
  getGrants,
  openHolderKey,
} from '@kbyt/sdk/account'
import { verifyMyQr, verifyQr } from '@kbyt/sdk/qr'
import { filedDeclarationSchema, keySetSchema } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'
import {
  declare,
  makeDeclaration,
  makeDeclared,
  makePerson,
  openCitizen,
  send,
  setup,
} from '../backend.setup.js'
import { defaultConfig } from './default-config.js'

/** What a pass and a my QR of this name show, on a portal that shows names in full. */
async function showInFull(fullName: string) {
  const backend = await setup({ displayName: 'full' })
  const { client, headers } = await openCitizen(backend)
  const { keys } = keySetSchema.parse((await send(backend, 'GET', '/.well-known/jwks.json')).json)
  const options = { trust: { issuer: defaultConfig.issuer, keys }, now: backend.clock.at }
  const declaration = makeDeclaration(makeDeclared({ fullName }))
  const { people } = filedDeclarationSchema.parse(
    (await declare(backend, headers, declaration)).json,
  )
  const { consents } = declaration
  await createAccount(client, { person: makePerson({ fullName }), consents })
  const holderKey = await openHolderKey(createMemoryHolderStore())
  const { grants } = await getGrants(client, { devicePublicKey: holderKey.publicKey })
  const myQr = await createMyQr({ grants, holderKey }, options)
  const pass = await verifyQr(people[0]!.pass.text, options)
  const shown = await verifyMyQr(myQr, options)
  return [people[0]!.pass.displayName, pass.displayName, shown.displayName]
}

it.each([
  ['Nguyễn Thị Phương Thảo', 'Nguyễn Thị Phương Thảo'],
  ['  nguyễn thị  Hòa'.normalize('NFD'), 'nguyễn thị Hòa'],
  // 150 bytes: a my QR of fewer than 1,000 digits
  [`${'Ệ'.repeat(48)} Thanh`, `${'Ệ'.repeat(48)} Thanh`],
  [`${'Ệ'.repeat(48)} Khánh`, 'Ệ. Khánh'],
])('shows %s in full as %s', async (fullName, shown) => {
  expect(await showInFull(fullName)).toEqual([shown, shown, shown])
})
