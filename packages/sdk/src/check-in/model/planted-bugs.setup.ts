import { isKbytError, KbytError } from '../../errors.js'
import { parseItem } from '../outbox-item.js'
import type { StoredEntry } from '../outbox-store.js'
import type { Plant } from './world.setup.js'

const idOf = ({ value }: StoredEntry) => parseItem(value)?.visit.visitId

let tries = 0

/** The server cannot tell that it has met the visit before. */
const newKeyPerTry: Plant = (parts) => ({
  ...parts,
  async send(batch, options) {
    const own = new Map<string, string>()
    const visits = batch.visits.map((visit) => {
      tries += 1
      const visitId = `0177f2a5-0000-7000-8000-${String(tries).padStart(12, '0')}`
      own.set(visitId, visit.visitId)
      return { ...visit, visitId }
    })
    const receipt = await parts.send({ ...batch, visits }, options)
    const results = receipt.results.map((result) => ({
      ...result,
      visitId: own.get(result.visitId) ?? result.visitId,
    }))
    return { ...receipt, results }
  },
})

const removeBeforeAck: Plant = (parts) => ({
  ...parts,
  async send(batch, options) {
    const ids = new Set<string | undefined>(batch.visits.map(({ visitId }) => visitId))
    const { entries } = await parts.store.load()
    const sent = entries.filter((entry) => ids.has(idOf(entry)))
    await parts.store.remove(sent.map(({ position }) => position))
    return parts.send(batch, options)
  },
})

/** What could not be sent waits behind the others. */
const skipOnError: Plant = (parts) => {
  let isSkipping = false
  return {
    ...parts,
    store: {
      ...parts.store,
      async load() {
        const { entries, pause } = await parts.store.load()
        const [first, ...others] = entries
        return { entries: first && isSkipping ? [...others, first] : entries, pause }
      },
    },
    async send(batch, options) {
      try {
        const receipt = await parts.send(batch, options)
        isSkipping = false
        return receipt
      } catch (error) {
        isSkipping = true
        throw error
      }
    },
  }
}

const noLock: Plant = (parts) => ({ ...parts, locks: { request: (_, work) => work() } })

/** Does not hear how long to wait. */
const impatience: Plant = (parts) => ({
  ...parts,
  async send(batch, options) {
    try {
      return await parts.send(batch, options)
    } catch (error) {
      throw isKbytError(error) ? new KbytError(error.code) : error
    }
  },
})

/** Says that it is saved without looking. */
const sayingSavedTooEarly: Plant = ({ store, ...parts }) => ({
  ...parts,
  store: {
    ...store,
    async add(value) {
      store.add(value).catch(() => {})
    },
  },
})

/** Each bug with the promise it breaks. */
export const plantedBugs: readonly (readonly [name: string, plant: Plant, broken: string])[] = [
  ['a new key per try', newKeyPerTry, 'twice'],
  ['removing before the receipt', removeBeforeAck, 'lost'],
  ['skipping on an error', skipOnError, 'out of order'],
  ['no lock', noLock, 'two senders at once'],
  ['no ear for Retry-After', impatience, 'sent too early'],
  ['saying "saved" too early', sayingSavedTooEarly, 'lost'],
]
