import type { Account, Config, ConsentRecord, FiledDeclaration } from '@kbyt/sdk/schema'
import { digest } from '../identifiers.js'

type Given = FiledDeclaration['consents'][number]

/** Proof of consent (Law 91/2025): which text, in which language, when, how and for whom. */
export async function toConsentRecords(
  declarations: readonly FiledDeclaration[],
  account: Account | undefined,
  config: Config,
): Promise<ConsentRecord[]> {
  const declared = declarations.flatMap(
    ({ consents, declaredAt, channel, declarationId, people }) =>
      consents.map((consent) => ({
        ...consent,
        at: declaredAt,
        channel,
        declarationId,
        people: people.length,
      })),
  )
  const registered = (account?.consents ?? []).map((consent) => ({
    ...consent,
    at: account?.createdAt ?? '',
    people: 1,
  }))
  const records = [...declared, ...registered].map(async (record) => ({
    ...record,
    ...(await toTextHash(record, config)),
  }))
  return Promise.all(records)
}

async function toTextHash({ purpose, version, language }: Given, { consents }: Config) {
  const shown = consents.find((text) => text.purpose === purpose && text.version === version)
  const text = shown && (language === 'en' ? shown.text.en : shown.text.vi)
  return text === undefined ? {} : { textHash: await digest(text) }
}
