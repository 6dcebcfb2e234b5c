import { expect, it } from 'vitest'
import { type RecognizedQr, recognizeQr, verifyQr } from './index.js'
import { measureMs, setupIssuer, vectors, withBytes } from './qr.setup.js'

const pass = vectors.valid[0]!.text
const venue = withBytes(pass, (bytes) => bytes.set([3], 1))
const bhyt = `TE1464612345678|4e67|01/02/1990|1|-|46 - 001|a|-|b|c|-|4| d|e|4|f|$`

it.each<[string, RecognizedQr]>([
  [pass, { kind: 'pass', text: pass }],
  [`${pass}\n`, { kind: 'pass', text: pass }],
  [
    withBytes(pass, (bytes) => bytes.set([2], 1)),
    { kind: 'my-qr', text: withBytes(pass, (bytes) => bytes.set([2], 1)) },
  ],
  [
    `https://kbyt.example/v/ABCD1234#${venue}`,
    { kind: 'venue', text: venue, venueCode: 'ABCD1234', host: 'kbyt.example' },
  ],
  [
    '046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022',
    { kind: 'cccd', text: '046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022' },
  ],
  [bhyt, { kind: 'bhyt', text: bhyt }],
  [bhyt.replace('TE146', ''), { kind: 'bhyt', text: bhyt.replace('TE146', '') }],
  ['a|b|c|1|QID123|x', { kind: 'national', text: 'a|b|c|1|QID123|x' }],
  ['HC1:6BF+70', { kind: 'health-certificate', standard: 'eu-dcc', text: 'HC1:6BF+70' }],
  ['shc:/5676290952', { kind: 'health-certificate', standard: 'smart', text: 'shc:/5676290952' }],
])('recognizes %s', (text, expected) => {
  expect(recognizeQr(text)).toEqual(expected)
})

it.each([
  `https://kbyt.example/v/ABCD1234#${pass}`,
  'https://kbyt.example/v/ABCD1234#1234',
  `http://kbyt.example/v/ABCD1234#${venue}`,
  `https://kbyt.example/v/ABCD12345#${venue}`,
  'https://example.vn',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'intent://scan/#Intent;end',
  'tel:+84905123456',
  'https://[',
])('calls %s an address, and does nothing with it', (text) => {
  expect(recognizeQr(text)).toEqual({ kind: 'url', text })
})

it('leaves the host of a venue to be checked, whatever it looks like', () => {
  const text = `https://huecity.vn@evil.example/v/ABCD1234#${venue}`

  expect(recognizeQr(text)).toMatchObject({ kind: 'venue', host: 'evil.example' })
})

it.each(['', ' ', '046190012346', '1234', 'hello world', 'note: hello', venue, '<b>x</b>', '🙂'])(
  'does not know %s',
  (text) => {
    expect(recognizeQr(text).kind).toBe('unknown')
  },
)

it.each([
  '1'.repeat(1_000_000),
  '|'.repeat(1_000_000),
  ' '.repeat(1_000_000),
  `a${':'.repeat(999_999)}`,
  `https://${'a.'.repeat(500_000)}`,
  '0'.repeat(7_089),
  '|'.repeat(7_089),
  `https://${'a.'.repeat(3_500)}`,
  '\uD800\uDFFF'.repeat(3_500),
])('is done with any input in a blink', async (text) => {
  expect(await measureMs(() => recognizeQr(text))).toBeLessThan(20)
})

it.each([undefined, null, 1, {}, []])('never throws: %s', (text) => {
  expect(recognizeQr(text as unknown as string).kind).toBe('unknown')
})

// ATTACKS 43
it.each(['javascript:alert(1)', 'data:text/html,x', 'intent://x#Intent;end', 'tel:113', 'sms:113'])(
  '43: gives %s back as text to show',
  (text) => {
    expect(recognizeQr(text)).toEqual({ kind: 'url', text })
  },
)

// ATTACKS 47
it('47: takes an ID card with its old number for a card, and never for a code of ours', async () => {
  const card = '046190012346|191612345|Trần Thị Bích|15081990|Nữ|Huế|20032022'
  const { options } = await setupIssuer()

  expect(recognizeQr(card).kind).toBe('cccd')
  await expect(verifyQr(card, options)).rejects.toMatchObject({ code: 'qr_foreign' })
})

// ATTACKS 48
it.each(['漢字', '\u0000\u0031', 'þÿ\u00001', '\uFFFD\uFFFD', '１２３'])(
  '48: fails cleanly on what another mode of QR may hold: %j',
  async (text) => {
    const { options } = await setupIssuer()

    expect(recognizeQr(text)).toEqual({ kind: 'unknown', text })
    await expect(verifyQr(text, options)).rejects.toMatchObject({ code: 'qr_foreign' })
  },
)
