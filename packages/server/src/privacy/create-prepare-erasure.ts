import type { Account, Erasure as Answer } from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import type { Outside } from '../outside.js'
import type { Erasure, ForgottenPerson } from '../store/store.js'
import { leaveVenues } from '../venue/leave-venues.js'
import { listNamed } from './list-named.js'
import { partDeclarations } from './part-declarations.js'
import { toForgotten } from './to-forgotten.js'
import { toImportSubjects } from './to-import-subjects.js'

/** More than a phone can declare or visit within the retention; of more, erasing would say so. */
export const maxRows = 20_000

/** What goes when a phone asks to be forgotten, as things are now, and what it is answered. */
export type PrepareErasure = (
  call: CitizenCall,
) => Promise<{ readonly erasure: Erasure; readonly answer: Answer }>

export interface PrepareErasureOptions {
  readonly outside: Outside
  readonly findAccount: (call: CitizenCall) => Promise<Account | undefined>
}

export function createPrepareErasure({
  outside,
  findAccount,
}: PrepareErasureOptions): PrepareErasure {
  const { store, vault, clock } = outside

  /** Its own, and what officers wrote down with it: whoever has the phone may have that forgotten. */
  async function findStored(phoneIndex: string) {
    const own = await store.declarations.findDeclarations(phoneIndex, maxRows)
    return [...own, ...(await store.declarations.findByContact(phoneIndex))]
  }

  return async (call) => {
    const { phoneIndex, phone: number } = call.citizen
    const at = clock.now()
    const parted = await partDeclarations(outside, await findStored(phoneIndex))
    const { erased, opened, events, kept } = parted
    // while a measure holds, whom they met may be asked for
    const named = listNamed(opened, await findAccount(call)).map((each) =>
      kept.length === 0 ? each : { ...each, isProven: false },
    )
    const people = await Promise.all(named.map((each) => toForgotten(vault, each)))
    const subjects = await Promise.all(named.map((each) => toImportSubjects(vault, each, number)))
    const phone = {
      phoneIndex,
      keptDeclarations: kept.map(({ declarationId }) => declarationId),
      venues: await leaveVenues(outside, phoneIndex),
    }
    return {
      erasure: {
        at,
        phone,
        declarations: erased,
        people,
        importSubjects: subjects.flat(),
        events,
      },
      answer: {
        erasedAt: new Date(at).toISOString(),
        erasedDeclarations: erased.length,
        kept: [...kept],
        unprovenPeople: people.filter(isUnproven).length,
      },
    }
  }
}

/** A number was typed for them, which may be a stranger's. */
const isUnproven = ({ documentIndexes, isProven }: ForgottenPerson) =>
  documentIndexes.length > 0 && !isProven
