import { expect, it } from 'vitest'
import { errorStatus, isKbytError } from '../errors.js'
import type { QrTrust } from '../qr/key-set.js'
import { createSeenCodes } from '../qr/seen-codes.js'
import { verifyMyQr } from '../qr/verify-my-qr.js'
import { createTrustKeeper } from './index.js'
import { bundles, myQr, root, signedKinds } from './vectors.setup.js'

const toCode = (error: unknown) => (isKbytError(error) ? error.code : String(error))

/** One code shown twice at one door. */
async function showTwice(): Promise<string> {
  const { trust, now, valid } = myQr
  const options = { trust: trust as QrTrust, now, seen: createSeenCodes() }
  const text = valid[0]!.text
  await verifyMyQr(text, options)
  return verifyMyQr(text, options).then(() => 'valid', toCode)
}

/** A bundle with a lower counter after one with a higher. */
async function rollBack(): Promise<string> {
  const held = [...bundles.valid].sort((one, other) => one.result.counter - other.result.counter)
  const answers = [held.at(-1)!.text, held[0]!.text]
  const fetchBundle = async () => answers.shift()!
  const keeper = createTrustKeeper({ root, fetchBundle, clock: () => bundles.now })
  await keeper.refresh()
  return keeper.refresh().then(() => 'valid', toCode)
}

/** Every code of DESIGN.md by an input that leads to it, wherever this runs. */
export function testCodes(engine: string) {
  it(`reaches in ${engine} every code of a QR and of a trust`, async () => {
    // Each vector is held to its code by testVectors and beside verifyQr.
    const told = Object.values(signedKinds).flatMap(({ invalid }) =>
      invalid.map(({ code }) => code),
    )
    const judged = bundles.passes.map(({ expected }) => expected)

    const reached = new Set([...told, ...judged, await showTwice(), await rollBack()])

    const codes = Object.keys(errorStatus).filter((code) => /^(qr|trust)_/.test(code))
    expect([...reached].filter((code) => code !== 'valid').sort()).toEqual(codes.sort())
  })
}
