import { encode } from 'cborg'
import { compactVerify, importJWK } from 'jose'
import { expect, it } from 'vitest'
import { facts as passFacts, withBytes } from './qr.setup.js'
import { generateSigningKey, importSigner, signPass, signVenue, type VenueFacts } from './sign.js'
import { verifyVenueQr } from './venue.js'
import { host, market, setupVenue, toFragment, toPoster, venueFields } from './venue.setup.js'

it('returns what the poster says', async () => {
  const { signer, text, options } = await setupVenue()

  const venue = await verifyVenueQr(text, options)

  expect(venue).toMatchObject({ ...market, issuer: 'kbyt.example', kid: signer.kid })
  expect(JSON.parse(JSON.stringify(venue))).toEqual(venue)
})

it('returns a JWS that plain jose takes', async () => {
  const { trust, text, options } = await setupVenue()
  const { jws, kid } = await verifyVenueQr(text, options)

  const { protectedHeader } = await compactVerify(jws, await importJWK(trust.keys[0]!))

  expect(protectedHeader).toEqual({ alg: 'ES256', kid, typ: 'kbyt-venue' })
})

it('takes the blanks that a reader adds', async () => {
  const { text, options } = await setupVenue()

  expect((await verifyVenueQr(`\uFEFF${text}\r\n`, options)).name).toBe('Chợ Đông Ba')
})

it('takes a host with its port, when it is on the list', async () => {
  const { text, options } = await setupVenue()
  const local = toPoster(toFragment(text), 'localhost:8443')

  expect(await verifyVenueQr(local, { ...options, hosts: [host, 'localhost:8443'] })).toBeDefined()
  await expect(verifyVenueQr(local, options)).rejects.toMatchObject({ code: 'qr_foreign' })
})

// ATTACKS 44
it.each([
  'huecity.vn.evil.com',
  'huecity.vn@evil.com',
  'evil.com/huecity.vn',
  'huecity.vn:443',
  'huecity.vn.',
  '.huecity.vn',
  'www.huecity.vn',
  'HUECITY.VN',
  'xn--hucity-bua.vn',
  'hu\u0435city.vn', // a Cyrillic е
  'huecity\u3002vn', // an ideographic full stop, which browsers read as a dot
  'ｈuecity.vn',
  'hue\u00ADcity.vn',
  'huecity.vn\\@evil.com',
  'huecity.vn#@evil.com',
  'evil.com?huecity.vn',
  'user:secret@huecity.vn',
  '',
])('44: refuses the look-alike host %s', async (lookAlike) => {
  const { text, options } = await setupVenue()
  const verify = (at: string) =>
    verifyVenueQr(toPoster(toFragment(text), at), { ...options, hosts: ['huecity.vn'] })

  expect((await verify('huecity.vn')).name).toBe('Chợ Đông Ba')
  await expect(verify(lookAlike)).rejects.toMatchObject({ code: 'qr_foreign' })
})

it.each<[string, (text: string) => string]>([
  ['plain http', (text) => text.replace('https', 'http')],
  ['capitals', (text) => text.replace('https', 'HTTPS')],
  ['another path', (text) => text.replace('/v/', '/w/')],
  ['a longer path', (text) => text.replace('/v/', '/x/v/')],
  ['a dotted path', (text) => text.replace('/v/', '/v/../v/')],
  ['a query', (text) => text.replace('#', '?x=1#')],
  ['a code of 9', (text) => text.replace('#', 'X#')],
  ['no fragment', (text) => text.slice(0, text.indexOf('#'))],
  ['a letter in the fragment', (text) => `${text}x`],
  ['a line end inside', (text) => text.replace('#', '\n#')],
  ['bare digits', toFragment],
  ['an address in an address', (text) => `https://evil.com/?u=${text}`],
  ['a script', () => 'javascript:alert(1)'],
  ['nothing', () => ''],
])('calls an address with %s foreign', async (_, change) => {
  const { text, options } = await setupVenue()

  const verified = verifyVenueQr(change(text), options)

  await expect(verified).rejects.toMatchObject({ code: 'qr_foreign' })
})

it.each<[string, string, (setup: Awaited<ReturnType<typeof setupVenue>>) => Promise<string>]>([
  ['a leading zero', 'qr_malformed', async ({ text }) => toPoster(`0${toFragment(text)}`)],
  [
    "another venue's address",
    'qr_forged',
    async ({ text }) => text.replace('CHODONGB', 'CHODONGC'),
  ],
  [
    "another's key",
    'qr_forged',
    async ({ signPayload }) =>
      signPayload(encode(venueFields), await importSigner(await generateSigningKey())),
  ],
  [
    'the signature of a pass',
    'qr_forged',
    async ({ signPayload, signer }) => signPayload(encode(venueFields), signer, 'pass'),
  ],
  [
    'another issuer',
    'qr_unknown_key',
    async () => signVenue(await importSigner(await generateSigningKey()), { ...market, host }),
  ],
  [
    'a changed name',
    'qr_forged',
    async ({ text }) =>
      toPoster(withBytes(toFragment(text), (bytes) => (bytes[18] = (bytes[18] ?? 0) ^ 1))),
  ],
  ['a field too many', 'qr_malformed', ({ signFields }) => signFields([...venueFields, 0])],
  ['a field too few', 'qr_malformed', ({ signFields }) => signFields(venueFields.slice(1))],
  ['a map', 'qr_malformed', ({ signPayload }) => signPayload(encode({ a: 1 }))],
  ['an unknown direction', 'qr_malformed', ({ signFields }) => signFields(venueFields.with(4, 3))],
  [
    'a name of many lines',
    'qr_malformed',
    ({ signFields }) => signFields(venueFields.with(1, 'A\nB')),
  ],
  [
    'a name of 61 bytes',
    'qr_malformed',
    ({ signFields }) => signFields(venueFields.with(1, 'x'.repeat(61))),
  ],
  [
    'a ward of 6 digits',
    'qr_malformed',
    ({ signFields }) => signFields(venueFields.with(2, 100_000)),
  ],
  [
    'a code as bytes',
    'qr_malformed',
    ({ signFields }) => signFields(venueFields.with(0, new Uint8Array(8))),
  ],
])('refuses %s as %s', async (_, code, make) => {
  const setup = await setupVenue()

  const verified = verifyVenueQr(await make(setup), setup.options)

  await expect(verified).rejects.toMatchObject({ code })
})

// ATTACKS 42
it('42: names a pass under the address of a venue', async () => {
  const { signer, options } = await setupVenue()
  const pass = await signPass(signer, passFacts)

  await expect(verifyVenueQr(pass, options)).rejects.toMatchObject({ code: 'qr_wrong_kind' })
  await expect(verifyVenueQr(toPoster(pass), options)).rejects.toMatchObject({
    code: 'qr_wrong_kind',
  })
})

// ATTACKS 45
it('45: leaves a name with markup as the text it is', async () => {
  const { signer, options } = await setupVenue()
  const name = '<img src=x onerror=alert(1)>'
  const text = await signVenue(signer, { ...market, name, host })

  expect((await verifyVenueQr(text, options)).name).toBe(name)
})

it.each<[string, Partial<VenueFacts & { host: string }>]>([
  ['a code of 7', { venueCode: 'CHODONG' }],
  ['a code with an accent', { venueCode: 'CHỢDONGB' }],
  ['no name', { name: '' }],
  ['a name of 61 bytes', { name: 'x'.repeat(61) }],
  ['a ward of 4 digits', { wardCode: '1975' }],
  ['a negative revision', { revision: -1 }],
  ['a direction of its own', { direction: 'up' as 'in' }],
  ['a host with a path', { host: 'kbyt.example/x' }],
  ['a host with a user', { host: 'a@kbyt.example' }],
])('signs no poster with %s', async (_, wrong) => {
  const { signer } = await setupVenue()

  await expect(signVenue(signer, { ...market, host, ...wrong })).rejects.toThrow(TypeError)
})

it.each<[string, unknown]>([
  ['no hosts', undefined],
  ['an empty list', []],
  ['one text', 'kbyt.example'],
  ['an origin', ['https://kbyt.example']],
  ['a wildcard', ['*.kbyt.example']],
])('tells the developer of %s', async (_, hosts) => {
  const { text, options } = await setupVenue()

  const verified = verifyVenueQr(text, { ...options, hosts: hosts as string[] })

  await expect(verified).rejects.toThrow(TypeError)
})
