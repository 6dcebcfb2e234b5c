import { createClient } from '@kbyt/sdk'
import {
  createMemoryOutboxStore,
  createOutbox,
  flushOutbox,
  type Outbox,
  recordVisit,
  watchOutbox,
} from '@kbyt/sdk/check-in'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownOrigin } from '../backend.setup.js'
import { findHistory, setupDoor } from './check-in.setup.js'

/** What happens to a request on its way, or to the page between two of them. */
const mishaps = ['none', 'lost-request', 'lost-reply', 'new-tab'] as const
type Mishap = (typeof mishaps)[number]

/** The venue's own outbox before the real backend, with a network that loses what it is told to. */
async function setupOutbox() {
  const door = await setupDoor()
  const { backend, machine, venue, pass } = door
  const store = createMemoryOutboxStore()
  const losses: Mishap[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const loss = losses.shift()
    if (loss === 'lost-request') throw new TypeError('fetch failed')
    const answer = await backend.app.request(input instanceof Request ? input : `${input}`, init)
    if (loss === 'lost-reply') throw new TypeError('fetch failed')
    return answer
  }
  const deviceKey = machine.authorization?.slice(7)
  const client = createClient({ baseUrl: ownOrigin, deviceKey, fetch })
  const openTab = () => createOutbox({ client, store, clock: backend.clock.now })
  const scan = (outbox: Outbox, direction: 'in' | 'out') =>
    recordVisit(outbox, {
      venueCode: venue.venueCode,
      direction,
      scannedBy: 'staff',
      subject: pass,
    })
  return { ...door, losses, openTab, scan }
}

describe('the outbox of the SDK before the backend', () => {
  it('109, 110: brings every visit once, whatever gets lost', async () => {
    const steps = fc.array(
      fc.record({ mishap: fc.constantFrom(...mishaps), scans: fc.nat({ max: 3 }) }),
      { maxLength: 8 },
    )

    await fc.assert(
      fc.asyncProperty(steps, async (story) => {
        const { backend, owner, path, losses, openTab, scan } = await setupOutbox()
        let tab = openTab()
        const recorded: string[] = []
        for (const { mishap, scans } of story) {
          for (let count = 0; count < scans; count += 1) {
            backend.clock.at += 1_000
            const { at } = await scan(tab, recorded.length % 2 === 0 ? 'in' : 'out')
            recorded.push(new Date(at).toISOString())
          }
          if (mishap === 'new-tab') tab = openTab()
          else losses.push(mishap)
          await Promise.all([flushOutbox(tab), flushOutbox(openTab())])
        }
        losses.length = 0
        await flushOutbox(tab)

        const { visits } = await findHistory(backend, owner, path, '?limit=200')
        expect(visits.map(({ happenedAt }) => happenedAt).toReversed()).toEqual(recorded)
      }),
      { numRuns: process.env.KBYT_LONG ? 2_000 : 40 },
    )
  }, 600_000)

  it('shows what the backend will never take, and why', async () => {
    const { openTab, venue } = await setupOutbox()
    const tab = openTab()
    await recordVisit(tab, {
      venueCode: venue.venueCode,
      direction: 'in',
      scannedBy: 'staff',
      subject: { by: 'pass', passId: '0011223344556677' },
    })

    const report = await flushOutbox(tab)

    const states: unknown[] = []
    const stop = watchOutbox(tab, (state) => states.push(state))
    await expect.poll(() => states.at(-1)).toMatchObject({ deadLetters: [{ code: 'qr_foreign' }] })
    stop()
    expect(report).toMatchObject({ sent: 0, refused: 1, waiting: 0 })
  })

  it('keeps what waits when the machine’s key was revoked', async () => {
    const { backend, openTab, scan, venue } = await setupOutbox()
    const [device] = await backend.store.venues.findDevices(venue.venueCode)
    await backend.store.venues.revokeDevice(venue.venueCode, device?.deviceId ?? '', 0)
    const tab = openTab()
    await scan(tab, 'in')

    const report = await flushOutbox(tab)

    expect(report).toMatchObject({ sent: 0, refused: 0, waiting: 1 })
    expect(report.failure?.code).toBe('key_unknown')
  })
})
