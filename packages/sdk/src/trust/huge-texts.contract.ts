import { expect, it } from 'vitest'
import { createMemoryHolderStore, createMyQr, openHolderKey } from '../account/index.js'
import { isKbytError } from '../errors.js'
import { recognizeQr } from '../qr/index.js'
import { measureUnder } from '../qr/qr.setup.js'
import { findStatus } from '../qr/status-list.js'
import { createTrustKeeper } from './index.js'
import { root, signedKinds } from './vectors.setup.js'

const million = 1_000_000
const fill = (text: string) => text.repeat(Math.ceil(million / text.length)).slice(0, million)
const { pass, venue, 'trust bundle': bundle } = signedKinds
const [header, , signature] = bundle.valid[0]!.text.split('.')

/** A million characters each. */
const huge: Record<string, string> = {
  digits: fill('7'),
  blanks: fill(' '),
  'blanks around': `${fill(' ').slice(million / 2)}1${fill(' ').slice(million / 2)}`,
  'line ends': fill('\n'),
  dots: fill('.'),
  'parts of a card': fill('|'),
  'an address': `https://${fill('a')}`,
  'a poster': `https://vectors.kbyt.example/v/CHODONGB#${fill('7')}`,
  'many paths': `https://${fill('/v/')}`,
  base64url: fill('A'),
  'a JWS': `${fill('A').slice(0, 80)}.${fill('A')}.${fill('A').slice(0, 86)}`,
  'a bundle with its own header': `${header}.${fill('A')}.${signature}`,
  surrogates: fill('\uD800'),
  'marks on letters': fill('e\u0323\u0302'),
  'a pass again and again': fill(pass.valid[0]!.text),
  'a poster again and again': fill(venue.valid[0]!.text),
}

type Read = (text: string) => unknown

/** Whatever reads a text that somebody else made; the parsers of cards are tried in documents/. */
const readers: Record<string, () => Promise<Read>> = {
  ...Object.fromEntries(
    Object.entries(signedKinds).map(([kind, { verify }]) => [kind, async () => verify]),
  ),
  'grant of a my QR': async () => {
    const holderKey = await openHolderKey(createMemoryHolderStore())
    return (text) => createMyQr({ grants: [text], holderKey })
  },
  'stored bundle': async () => (text) => {
    const store = { load: async () => text, save: async () => undefined }
    return createTrustKeeper({ root, store, fetchBundle: async () => text }).load()
  },
  'status list': async () => (text) => findStatus([{ list: 1, bits: 2, lst: text }], 65_537),
  'text of any kind': async () => (text) => recognizeQr(text),
}

/** What a reader makes of a text, in a word. */
async function judge(read: Read, text: string): Promise<string> {
  try {
    const { kind, age } = Object(await read(text))
    return kind ?? age
  } catch (error) {
    return isKbytError(error) ? error.code : Object(error).name
  }
}

const refusal = /^(?:(?:qr|trust)_[a-z_]+|TypeError|unknown|none)$/

/** Every reader with a million characters of anything, wherever this runs. */
export function testHugeTexts(engine: string) {
  it.each(Object.keys(readers))(
    `refuses in ${engine} a million characters at once: %s`,
    async (kind) => {
      const read = await readers[kind]!()

      const verdicts: Record<string, string> = {}
      const slow: Record<string, number> = {}
      for (const [form, text] of Object.entries(huge)) {
        verdicts[form] = await judge(read, text)
        const tookMs = await measureUnder(20, () => judge(read, text))
        if (tookMs >= 20) slow[form] = tookMs
      }

      expect(Object.entries(verdicts).filter(([, verdict]) => !refusal.test(verdict))).toEqual([])
      expect(slow).toEqual({})
    },
  )
}
