import type { PersonDraft } from './draft.js'

/** Fills a person from the QR of a CCCD card; nothing if it is none. */
export async function readCard(_text: string): Promise<Partial<PersonDraft> | undefined> {
  return undefined
}
