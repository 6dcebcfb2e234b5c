import { randomBytes } from 'node:crypto'
import type { Settings } from '../node/settings.js'
import { checkOrigins, makePartner } from '../partners/make-partner.js'
import type { Store } from '../store/store.js'
import { openStore } from './open-store.js'
import { readArguments } from './read-arguments.js'
import { UsageError } from './usage-error.js'

const splitOrigins = (text: string) => text.split(',').flatMap((origin) => origin.trim() || [])

/** Makes a key and prints it: it is no secret, the partner's pages carry it. */
export async function addPartner(args: readonly string[], settings: Settings): Promise<void> {
  const usage = 'partners add --name <name> --origins https://partner.vn,https://www.partner.vn'
  const { options } = readArguments(args, ['name', 'origins'], { words: 0, usage })
  const partner = { name: options.name, origins: splitOrigins(options.origins) }
  const made = asUsage(() => makePartner(partner, randomBytes, Date.now()))
  await withStore(settings, ({ partners }) => partners.savePartner(made))
  console.log(`${made.publishableKey}  ${made.name}  ${made.origins.join(' ')}`)
}

export async function listPartners(settings: Settings): Promise<void> {
  const found = await withStore(settings, ({ partners }) => partners.listPartners())
  for (const { publishableKey, name, origins } of found) {
    console.log(`${publishableKey}  ${name}  ${origins.join(' ')}`)
  }
  if (found.length === 0) console.log('There are no partners.')
}

export async function changePartner(args: readonly string[], settings: Settings): Promise<void> {
  const usage = 'partners change <key> --origins https://partner.vn,https://www.partner.vn'
  const { words, options } = readArguments(args, ['origins'], { words: 1, usage })
  const origins = splitOrigins(options.origins)
  asUsage(() => checkOrigins(origins))
  await withStore(settings, async ({ partners }) => {
    const all = await partners.listPartners()
    const partner = all.find(({ publishableKey }) => publishableKey === words[0])
    if (!partner) throw new UsageError(`There is no partner ${words[0]}: see partners list`)
    await partners.savePartner({ ...partner, origins })
  })
  console.log(`${words[0]} may be used from ${origins.join(' ')}.`)
}

export async function removePartner(args: readonly string[], settings: Settings): Promise<void> {
  const { words } = readArguments(args, [], { words: 1, usage: 'partners remove <key>' })
  const [key = ''] = words
  const isRemoved = await withStore(settings, ({ partners }) => partners.removePartner(key))
  if (!isRemoved) throw new UsageError(`There is no partner ${key}: see partners list`)
  console.log(`${key} is removed; running servers know within five seconds.`)
}

async function withStore<Result>(
  settings: Settings,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(settings)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

function asUsage<Result>(check: () => Result): Result {
  try {
    return check()
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message, { cause: error }) : error
  }
}
