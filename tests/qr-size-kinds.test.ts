import { createMemoryHolderStore, createMyQr, openHolderKey } from '@kbyt/sdk/account'
import { generateSigningKey, importSigner, signGrant, signVenue } from '@kbyt/sdk/qr/sign'
import QRCode from 'qrcode'
import { expect, it } from 'vitest'

const toVersion = (text: string) => QRCode.create(text, { errorCorrectionLevel: 'M' }).version
const toByteCount = (digits: string) => Math.ceil(BigInt(digits).toString(16).length / 2)

it('keeps a my QR within version 11 and 251 bytes', async () => {
  const holderKey = await openHolderKey(createMemoryHolderStore())
  const grant = await signGrant(await importSigner(await generateSigningKey()), {
    grantId: 'ffffffffffffffff',
    statusIndex: 0xffff_ffff,
    notBefore: Date.UTC(2100, 0, 1),
    validHours: 24,
    displayName: 'x'.repeat(17),
    birthYear: 1999,
    holderKey: holderKey.publicKey,
  })

  const text = await createMyQr({ grants: [grant], holderKey }, { now: Date.UTC(2100, 0, 1) })

  expect(toVersion(text)).toBeLessThanOrEqual(11)
  expect(toByteCount(text)).toBeLessThanOrEqual(251)
})

it("keeps a poster with the longest name and a portal's long host within version 10", async () => {
  const signer = await importSigner(await generateSigningKey())

  const text = await signVenue(signer, {
    host: 'khaibaoyte.thuathienhue.gov.vn',
    venueCode: 'ZZZZZZZZ',
    name: 'Ể'.repeat(20),
    wardCode: '99999',
    revision: 65_535,
    direction: 'both',
  })

  expect(new TextEncoder().encode('Ể'.repeat(20))).toHaveLength(60)
  expect(toVersion(text)).toBeLessThanOrEqual(10)
})
