import { KbytError } from '@kbyt/sdk'
import { type QrTrust, verifyQr } from '@kbyt/sdk/qr'
import type { CheckedPass } from '@kbyt/sdk/schema'
import type { Outside } from '../outside.js'

export interface ScannedPass {
  readonly pass: CheckedPass
  /** Whose it is, as far as this backend knows the pass. */
  readonly personId: string | undefined
  readonly isNewerAvailable: boolean
}

/**
 * Proves a scanned pass, and that it was not withdrawn since.
 *
 * @throws {KbytError} a `qr_…` code.
 */
export async function checkScannedPass(
  { store, clock }: Outside,
  trust: QrTrust,
  text: string,
): Promise<ScannedPass> {
  const {
    jws: _jws,
    kid: _kid,
    issuer: _issuer,
    ...pass
  } = await verifyQr(text, { trust, now: clock.now() })
  const stored = await store.declarations.findByPass(pass.passId)
  if (!stored) return { pass, personId: undefined, isNewerAvailable: false }
  if (stored.declaration.withdrawnAt !== null) throw new KbytError('qr_revoked')

  const personId = stored.people.find(({ passId }) => passId === pass.passId)?.personId
  if (personId === undefined) return { pass, personId, isNewerAvailable: false }
  const newest = await store.declarations.findNewestOfPerson(personId, pass.kind)
  const isNewerAvailable =
    newest !== undefined && newest.declaration.declarationId !== stored.declaration.declarationId
  return { pass, personId, isNewerAvailable }
}
