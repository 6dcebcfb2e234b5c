import { createStatusList, type Signer, signTrustBundle } from '@kbyt/sdk/qr/sign'
import type { PublicKey, SignedTrustBundle, TrustBundle } from '@kbyt/sdk/schema'
import type { Outside } from '../outside.js'
import type { BundleRow } from '../store/store.js'

/** So long a bundle is answered again: a withdrawn pass is refused by who asks within the minute. */
export const bundleLifeMs = 30_000

/** Owns: what verifiers without a network work from, signed by the root key. */
export interface TrustService {
  getBundle(): Promise<SignedTrustBundle>
}

export interface TrustServiceOptions {
  readonly outside: Outside
  readonly root: Signer
  readonly keys: readonly PublicKey[]
  readonly findAreas: () => Promise<TrustBundle['areas']>
  /** The quarantine policy in force; undefined where none is. */
  readonly findPolicy: () => Promise<unknown>
}

export function createTrustService(options: TrustServiceOptions): TrustService {
  const { outside, root, keys, findAreas, findPolicy } = options
  const { store, clock, config } = outside

  async function makeBundle(counter: number, issuedAt: number): Promise<BundleRow> {
    const policy = await findPolicy()
    const rows = await store.trust.findStatusLists(issuedAt)
    const jws = await signTrustBundle(root, {
      issuer: config.issuer,
      issuedAt,
      counter,
      keys,
      statusLists: await Promise.all(
        rows.map(({ list, entries }) => createStatusList(list, entries)),
      ),
      areas: await findAreas(),
      ...(policy !== undefined && { policy }),
    })
    return { counter, issuedAt, jws }
  }

  /** Every process answers the same bundle under one number; who loses the race takes the winner's. */
  async function renew(last: BundleRow | undefined, nowMs: number): Promise<BundleRow> {
    const bundle = await makeBundle(toCounter(last, nowMs), nowMs)
    if (await store.trust.replaceBundle(bundle, last?.counter ?? 0)) return bundle
    return (await store.trust.findBundle()) ?? bundle
  }

  async function findBundle(): Promise<SignedTrustBundle> {
    const nowMs = clock.now()
    const last = await store.trust.findBundle()
    const isFresh = last !== undefined && Math.abs(nowMs - last.issuedAt) < bundleLifeMs
    const { jws } = isFresh ? last : await renew(last, nowMs)
    return { bundle: jws }
  }

  let asking: Promise<SignedTrustBundle> | undefined

  return {
    // All checkpoints may ask in one moment: one of them is worked for.
    getBundle() {
      asking ??= findBundle().finally(() => {
        asking = undefined
      })
      return asking
    },
  }
}

/** At least the second it is made in: after a restored backup the numbers still grow. */
const toCounter = (last: BundleRow | undefined, nowMs: number) =>
  Math.max((last?.counter ?? 0) + 1, Math.floor(nowMs / 1_000))
