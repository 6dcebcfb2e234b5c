import { type Signer, signGrant } from '@kbyt/sdk/qr/sign'
import { type Person, toBirthYear } from '@kbyt/sdk/schema'
import type { ClaimStatusIndex } from '../declaration/claim-status-index.js'
import { createPassId, digest } from '../identifiers.js'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import { toShownName } from '../portal/to-shown-name.js'
import type { AccountRow, GrantRow } from '../store/store.js'

/** So many days a device can draw without asking again. */
const grantDays = 7

/** For whom, for which device, and the end of what it has already. */
interface GrantWish {
  readonly account: AccountRow
  readonly person: Person
  readonly devicePublicKey: string
  readonly after: number
}

/** Signs the daily grants that are missing until a week from now, one joining the other. */
export type IssueGrants = (wish: GrantWish, nowMs: number) => Promise<GrantRow[]>

export const toDeviceHash = (devicePublicKey: string) => digest(devicePublicKey)

export function createIssueGrants(
  { vault, randomBytes, displayName }: Outside,
  signer: Signer,
  claimStatusIndex: ClaimStatusIndex,
): IssueGrants {
  async function issue(wish: GrantWish, notBefore: number): Promise<GrantRow> {
    const { account, person, devicePublicKey } = wish
    const { phoneIndex, personId } = account
    const grantId = createPassId(randomBytes)
    const validUntil = notBefore + dayMs
    const statusIndex = await claimStatusIndex(grantId, validUntil)
    const jws = await signGrant(signer, {
      grantId,
      statusIndex,
      notBefore,
      validHours: 24,
      displayName: toShownName(person.fullName, displayName),
      birthYear: toBirthYear(person.bornOn),
      holderKey: devicePublicKey,
    })
    const deviceHash = await toDeviceHash(devicePublicKey)
    const sealed = await vault.seal(grantId, { jws })
    const dates = { notBefore, validUntil }
    return { phoneIndex, grantId, personId, deviceHash, statusIndex, ...dates, sealed }
  }

  return async (wish, nowMs) => {
    const grants: GrantRow[] = []
    // whole seconds, as a grant counts
    let notBefore = Math.max(wish.after, Math.floor(nowMs / 1_000) * 1_000)
    while (notBefore + dayMs <= nowMs + grantDays * dayMs) {
      grants.push(await issue(wish, notBefore))
      notBefore += dayMs
    }
    return grants
  }
}
