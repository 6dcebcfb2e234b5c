import { isKbytError, KbytError } from '../../errors.js'
import type { VisitBatch, VisitReceipt } from '../../schema/visit.js'
import { createOutbox } from '../create-outbox.js'
import { flushOutbox } from '../flush-outbox.js'
import type { Outbox, SendVisits } from '../outbox.js'
import { parseItem } from '../outbox-item.js'
import type { OutboxLocks } from '../outbox-locks.js'
import type { OutboxStore } from '../outbox-store.js'
import { recordVisit } from '../record-visit.js'
import { FakeDisk } from './fake-disk.setup.js'
import { FakeServer } from './fake-server.setup.js'
import { Operations, type Process } from './operations.setup.js'

/** What an outbox is made of; a planted bug replaces a part. */
export interface Parts {
  readonly store: OutboxStore
  readonly send: SendVisits
  readonly locks: OutboxLocks
}
export type Plant = (parts: Parts) => Parts

interface Tab {
  readonly process: Process
  readonly outbox: Outbox
}

/** One scan, known by its venue's code, which no other scan has. */
interface Scan {
  readonly code: string
  readonly person: string
}

/**
 * A device with tabs, a disk, a clock and a server. Each operation that a tab awaits ends when the
 * history says so, and how. A killed tab does nothing any more.
 */
export class World {
  readonly disk = new FakeDisk()
  readonly server = new FakeServer()
  readonly operations = new Operations()
  readonly violations = new Set<string>()
  /** Scans whose `recordVisit` has answered. */
  readonly saved = new Set<string>()
  /** Scans in the order the disk took them. */
  readonly recorded: Scan[] = []

  readonly #plant: Plant
  readonly #tabs: Tab[] = []
  #now = Date.UTC(2021, 8, 23, 1)
  #clockErrorMs = 0
  /** Until when nobody may send, and until when a tab may not, by the device's clock. */
  #quietUntil = 0
  #quietTabs = new Map<Process, number>()
  #ids = 0
  #scans = 0

  constructor(plant: Plant = (parts) => parts) {
    this.#plant = plant
    this.openTab()
    this.openTab()
  }

  /** The living tab of that number, counted around; a new one when none lives. */
  tab(number: number): Tab {
    const living = this.#tabs.filter(({ process }) => process.isAlive)
    return living[number % living.length] ?? this.openTab()
  }

  openTab(): Tab {
    const process: Process = { isAlive: true }
    const outbox = createOutbox({
      ...this.#plant({
        store: this.#toStore(process),
        send: (batch) => this.#send(process, batch),
        locks: { request: (_, work) => this.operations.lock(process, work) },
      }),
      clock: () => this.#deviceNow(),
      createId: () => this.#makeId(),
      random: () => 0.5,
    })
    const tab = { process, outbox }
    this.#tabs.push(tab)
    return tab
  }

  /** Lets time pass; the device's clock is wrong by so much from now on. */
  pass(durationMs: number, clockErrorMs = this.#clockErrorMs): void {
    this.#now += durationMs
    if (clockErrorMs === this.#clockErrorMs) return
    this.#clockErrorMs = clockErrorMs
    // Without a true clock nobody can keep a wait to the second.
    this.#quietUntil = 0
    this.#quietTabs.clear()
  }

  record(tabNumber: number, person: string): void {
    this.#scans += 1
    const code = `S${String(this.#scans).padStart(7, '0')}`
    const { outbox } = this.tab(tabNumber)
    recordVisit(outbox, {
      venueCode: code,
      direction: 'in',
      scannedBy: 'visitor',
      subject: { by: 'pass', passId: person },
    }).then(
      () => this.saved.add(code),
      () => {},
    )
  }

  flush(tabNumber: number): void {
    flushOutbox(this.tab(tabNumber).outbox).catch(() => {})
  }

  kill(tabNumber: number): void {
    this.operations.kill(this.tab(tabNumber).process)
  }

  #toStore(process: Process): OutboxStore {
    const { disk } = this
    const after = <Result>(effect: () => Result) => this.operations.await(process, effect)
    return {
      name: 'world',
      isDurable: true,
      load: () => after(() => disk.load()),
      add: (value) => after(() => this.#add(value)),
      replace: (position, value) => after(() => disk.replace(position, value)),
      remove: (positions) => after(() => disk.remove(positions)),
      setPause: (pause) =>
        after(() => {
          disk.setPause(pause)
          this.#quietUntil = pause?.until ?? 0
        }),
      watch: () => () => {},
    }
  }

  #add(value: unknown): void {
    this.disk.add(value)
    const visit = parseItem(value)?.visit
    if (visit?.subject.by !== 'pass') throw new Error('the world records passes only')
    this.recorded.push({ code: visit.venueCode, person: visit.subject.passId })
  }

  async #send(process: Process, batch: VisitBatch): Promise<VisitReceipt> {
    if (this.operations.isSending) this.violations.add('two senders at once')
    const quietUntil = Math.max(this.#quietUntil, this.#quietTabs.get(process) ?? 0)
    if (this.#deviceNow() < quietUntil) this.violations.add('sent too early')
    try {
      return await this.operations.request(process, () => this.#take(batch))
    } catch (error) {
      if (isKbytError(error) && error.retryAfterSeconds !== undefined) {
        this.#quietTabs.set(process, this.#deviceNow() + error.retryAfterSeconds * 1000)
      }
      throw error
    }
  }

  #take(batch: VisitBatch): VisitReceipt {
    const receipt = this.server.take(batch, this.#now)
    if (this.server.network === 'reply-lost') throw new KbytError('offline')
    return receipt
  }

  #deviceNow(): number {
    return this.#now + this.#clockErrorMs
  }

  #makeId(): string {
    this.#ids += 1
    return `0177f2a4-0000-7000-8000-${String(this.#ids).padStart(12, '0')}`
  }
}
