import { encode } from 'jose/base64url'
import { isKbytError } from '../errors.js'
import { makeRandom, withBytes } from '../qr/qr.setup.js'
import { fromBase64url } from './trust.setup.js'
import { type KindName, type SignedKind, signedKinds } from './vectors.setup.js'

type Random = (limit: number) => number
type Change = (bytes: Uint8Array) => void
type WithChange = (text: string, change: Change) => string

/** A poster's address with a change to the bytes of its fragment. */
function withPosterBytes(text: string, change: Change): string {
  const [address, digits = ''] = text.split('#')
  return `${address}#${withBytes(digits, change)}`
}

/** A JWS with a change to the bytes of its three parts, taken as one. */
function withJwsBytes(jws: string, change: Change): string {
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

const changers: Record<KindName, WithChange> = {
  pass: withBytes,
  'my QR': withBytes,
  venue: withPosterBytes,
  'trust bundle': withJwsBytes,
}

function mutate(text: string, withChange: WithChange, random: Random): string {
  const at = random(text.length)
  const other = text[random(text.length)] ?? '0'
  const changes = [
    () => text.slice(0, at) + other + text.slice(at + 1),
    () => text.slice(0, at) + String(random(10)) + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + other + text.slice(at),
    () => text.slice(0, at) + text.slice(at).split('').reverse().join(''),
    () => text.slice(0, at),
    () => withChange(text, (bytes) => (bytes[1 + random(bytes.length - 1)]! ^= 1 << random(8))),
    () => withChange(text, (bytes) => bytes.fill(random(256), 1 + random(bytes.length - 1))),
    () => withChange(text, (bytes) => bytes.copyWithin(2 + random(20), random(bytes.length))),
  ]
  return changes[random(changes.length)]!()
}

/** Texts that differ a little from a valid vector each: the same on every machine, however many. */
export function makeMutations(kind: KindName, count: number): string[] {
  const texts = signedKinds[kind].valid.map(({ text }) => text)
  const random = makeRandom(391)
  const mutations: string[] = []
  while (mutations.length < count) {
    const text = texts[random(texts.length)]!
    const changed = mutate(text, changers[kind], random)
    if (changed !== text) mutations.push(changed)
  }
  return mutations
}

/** So many at once: an engine's threads have work, and nothing piles up. */
const batch = 100

/** What a kind says of each text: `valid`, the code of a `KbytError`, or another error as text. */
export async function judgeAll({ verify }: SignedKind, texts: readonly string[]) {
  const judge = (text: string) =>
    verify(text).then(
      () => 'valid',
      (error: unknown) => (isKbytError(error) ? error.code : String(error)),
    )
  const verdicts: string[] = []
  for (let from = 0; from < texts.length; from += batch)
    verdicts.push(...(await Promise.all(texts.slice(from, from + batch).map(judge))))
  return verdicts
}

/** SHA-256 in hex over lines. */
export async function digestLines(lines: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
