import { type Person, toMobileE164 } from '@kbyt/sdk/schema'
import { toDocumentIndex } from '../declaration/to-person-key.js'
import { toContactIndex } from '../imports/to-imported-subject.js'
import type { Outside } from '../outside.js'
import type { AccountRow } from '../store/store.js'
import type { KnownPerson } from './know-person.js'

/** The holder of an account: its row, and who it says they are. */
interface Holder {
  readonly row: Pick<AccountRow, 'personId' | 'phoneIndex' | 'verifiedAt'>
  readonly person: Person
}

/**
 * What an account leads to for whoever may not look people up: a machine, an inspector of a venue. Its
 * documents are typed, so they lead to what its own phone did alone, or anybody could read on a machine
 * of their own where a stranger was. The card that agreed proves its number, and no insurance number.
 */
export type KnowHolder = (holder: Holder) => Promise<KnownPerson>

export function createKnowHolder({ vault }: Pick<Outside, 'vault'>): KnowHolder {
  /** By which another system may know them: the phone a code was sent to, not any that is typed. */
  async function toOwnContact({ row: { phoneIndex }, person }: Holder) {
    const phone = person.phone === undefined ? undefined : toMobileE164(person.phone)
    const isOwn = phone !== undefined && (await vault.index('phone', phone)) === phoneIndex
    return isOwn ? { contactIndex: await toContactIndex(vault, { ...person, phone }) } : {}
  }

  return async (holder) => {
    const { personId, phoneIndex, verifiedAt } = holder.row
    const { type, number } = holder.person.identityDocument
    const contact = await toOwnContact(holder)
    if (verifiedAt === null) {
      return { personIds: [personId], documentIndexes: [], phoneIndex, ...contact }
    }
    const documentIndexes = [await toDocumentIndex(vault, type, number)]
    return { personIds: [personId], documentIndexes, ...contact }
  }
}
