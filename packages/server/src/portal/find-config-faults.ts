import { type Config, declarationKinds, postKinds } from '@kbyt/sdk/schema'
import type { Places } from '../ports.js'

/** A pass says its days in one byte. */
const maxPassDays = 255
/** What one declaration holds. */
const maxPeople = 20

/**
 * What is wrong with a portal's configuration though its shape is right: with it nobody could declare,
 * or look anybody up. Empty when all is well.
 */
export async function findConfigFaults(config: Config, places: Places): Promise<string[]> {
  return [
    ...findFormFaults(config),
    ...findListFaults(config),
    ...findNumberFaults(config),
    ...(await findPlaceFaults(config, places)),
  ]
}

function findFormFaults({ forms }: Config): string[] {
  return forms.flatMap(({ kind, opensAt, closesAt }, index) => [
    ...(isOneOf(declarationKinds, kind) ? [] : [`forms.${index}.kind is no form`]),
    ...(opensAt && closesAt && Date.parse(opensAt) >= Date.parse(closesAt)
      ? [`forms.${index} closes before it opens`]
      : []),
  ])
}

function findListFaults(config: Config): string[] {
  const { forms, posts, consents, symptoms, contacts, conditions, inspectionReasons } = config
  const lists = {
    forms: forms.map(({ kind }) => kind),
    posts: posts.map(({ code }) => code),
    consents: consents.map(({ purpose }) => purpose),
    symptoms: symptoms.map(({ value }) => value),
    contacts: contacts.map(({ value }) => value),
    conditions: conditions.map(({ value }) => value),
    inspectionReasons: inspectionReasons.map(({ value }) => value),
  }
  const needed = ['posts', 'inspectionReasons'] as const
  return [
    ...Object.entries(lists).flatMap(([name, values]) =>
      new Set(values).size < values.length ? [`${name} has one of them twice`] : [],
    ),
    ...needed.flatMap((name) => (lists[name].length > 0 ? [] : [`${name} is empty`])),
    ...posts.flatMap(({ kind }, index) =>
      isOneOf(postKinds, kind) ? [] : [`posts.${index}.kind is none of ${postKinds.join(', ')}`],
    ),
  ]
}

function findNumberFaults({ limits, passDays }: Config): string[] {
  const ranges = [
    ['limits.maxPeople', limits.maxPeople, maxPeople],
    ['limits.lookBackDays', limits.lookBackDays, maxPassDays],
    ['passDays.domestic', passDays.domestic, maxPassDays],
    ['passDays.entry', passDays.entry, maxPassDays],
  ] as const
  return ranges.flatMap(([name, value, max]) =>
    value >= 1 && value <= max ? [] : [`${name} is not 1 to ${max}`],
  )
}

async function findPlaceFaults(
  { placesVersion, provinceCode }: Config,
  places: Places,
): Promise<string[]> {
  const known = await places.findProvinces(placesVersion)
  if (!known) return ['placesVersion is none of the units that come with this server']
  const isKnown = known.provinces.some(({ code }) => code === provinceCode)
  return isKnown ? [] : [`provinceCode is no province of ${placesVersion}`]
}

const isOneOf = (words: readonly string[], word: string) => words.includes(word)
