import { encode } from 'jose/base64url'
import { expect, it } from 'vitest'
import { isKbytError } from '../errors.js'
import { verifyTrustBundle } from '../trust/index.js'
import { fromBase64url, setupTrust } from '../trust/trust.setup.js'
import { verifyMyQr, verifyQr } from './index.js'
import { setupMyQr } from './my-qr.setup.js'
import { makeRandom, measureMs, setupIssuer, withBytes } from './qr.setup.js'
import { verifyVenueQr } from './venue.js'
import { setupVenue, toFragment } from './venue.setup.js'

const isLong = process.env.KBYT_LONG === '1'
const count = isLong ? 100_000 : 2_000

type Random = (limit: number) => number

interface Subject {
  readonly text: string
  readonly verify: (text: string) => Promise<unknown>
  /** The text with a change to the bytes in it. */
  readonly withBytes: (change: (bytes: Uint8Array) => void) => string
}

const subjects: Record<string, () => Promise<Subject>> = {
  pass: async () => {
    const { text, options } = await setupIssuer()
    return {
      text,
      verify: (changed) => verifyQr(changed, options),
      withBytes: (change) => withBytes(text, change),
    }
  },
  'my QR': async () => {
    const { text, options } = await setupMyQr()
    return {
      text,
      verify: (changed) => verifyMyQr(changed, options),
      withBytes: (change) => withBytes(text, change),
    }
  },
  venue: async () => {
    const { text, options } = await setupVenue()
    const digits = toFragment(text)
    return {
      text,
      verify: (changed) => verifyVenueQr(changed, options),
      withBytes: (change) => text.replace(digits, withBytes(digits, change)),
    }
  },
  'trust bundle': async () => {
    const { jws, options } = await setupTrust()
    return {
      text: jws,
      verify: (changed) => verifyTrustBundle(changed, options),
      withBytes: (change) => withJwsBytes(jws, change),
    }
  },
}

/** A JWS with a change to the bytes of its three parts, taken as one. */
function withJwsBytes(jws: string, change: (bytes: Uint8Array) => void): string {
  const parts = jws.split('.').map(fromBase64url)
  const whole = Uint8Array.of(...parts.flatMap((part) => [...part]))
  change(whole)
  let from = 0
  return parts
    .map((part) => {
      from += part.length
      return encode(whole.subarray(from - part.length, from))
    })
    .join('.')
}

function mutate({ text, withBytes: withChange }: Subject, random: Random): string {
  const at = random(text.length)
  const other = text[random(text.length)] ?? '0'
  const changes = [
    () => text.slice(0, at) + other + text.slice(at + 1),
    () => text.slice(0, at) + String(random(10)) + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + other + text.slice(at),
    () => text.slice(0, at) + text.slice(at).split('').reverse().join(''),
    () => text.slice(0, at),
    () => withChange((bytes) => (bytes[1 + random(bytes.length - 1)]! ^= 1 << random(8))),
    () => withChange((bytes) => bytes.fill(random(256), 1 + random(bytes.length - 1))),
    () => withChange((bytes) => bytes.copyWithin(2 + random(20), random(bytes.length))),
  ]
  return changes[random(changes.length)]!()
}

it.each(Object.entries(subjects))(
  'takes exactly one text of many that differ a little: %s',
  { timeout: isLong ? 1_800_000 : 30_000 },
  async (_, setup) => {
    const subject = await setup()
    const random = makeRandom(391)
    const accepted: string[] = []
    const refusals = new Set<string>()
    for (let round = 0; round < count; round += 1) {
      const changed = mutate(subject, random)
      if (changed === subject.text) continue
      try {
        await subject.verify(changed)
        accepted.push(changed)
      } catch (error) {
        refusals.add(isKbytError(error) ? error.code : String(error))
      }
    }

    expect(accepted).toEqual([])
    expect([...refusals].filter((code) => !/^(qr|trust)_[a-z_]+$/.test(code))).toEqual([])
    expect([...refusals].some((code) => code.endsWith('_forged'))).toBe(true)
  },
)

const million = 1_000_000
const huge: [string, string][] = [
  ['digits', '7'.repeat(million)],
  ['blanks', ' '.repeat(million)],
  ['blanks around', `${' '.repeat(million / 2)}1${' '.repeat(million / 2)}`],
  ['dots', '.'.repeat(million)],
  ['an address', `https://${'a'.repeat(million)}`],
  ['a poster', `https://kbyt.example/v/CHODONGB#${'7'.repeat(million)}`],
  ['many paths', `https://${'/v/'.repeat(million / 3)}`],
  ['base64url', 'A'.repeat(million)],
  ['a JWS', `${'A'.repeat(80)}.${'A'.repeat(million)}.${'A'.repeat(86)}`],
  ['surrogates', '\uD800'.repeat(million)],
]

it.each(
  Object.keys(subjects).flatMap((kind) => huge.map(([form, text]) => ({ kind, form, text }))),
)('refuses as a $kind a million characters at once: $form', async ({ kind, text }) => {
  const { verify } = await subjects[kind]!()
  const refuse = () => verify(text).catch((reason: unknown) => reason)

  const error = await refuse()

  expect(isKbytError(error)).toBe(true)
  expect(await measureMs(refuse)).toBeLessThan(20)
})

it('refuses a bundle of a million characters at once, though its header is right', async () => {
  const { jws, options } = await setupTrust()
  const [header, , signature] = jws.split('.')
  const long = `${header}.${'A'.repeat(million)}.${signature}`
  const refuse = () => verifyTrustBundle(long, options).catch((reason: unknown) => reason)

  expect(await refuse()).toMatchObject({ code: 'trust_forged' })
  expect(await measureMs(refuse)).toBeLessThan(20)
})
