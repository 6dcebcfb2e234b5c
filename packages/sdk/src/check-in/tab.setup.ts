// What runs in a tab of the tests: an outbox on the page's IndexedDB and Web Locks, with the test for a server.
import type { VisitBatch, VisitReceipt } from '../schema/visit.js'
import { createIndexedDbOutboxStore } from './create-indexed-db-outbox-store.js'
import { createOutbox } from './create-outbox.js'
import { type FlushReport, flushOutbox } from './flush-outbox.js'
import { recordVisit } from './record-visit.js'
import { type OutboxState, watchOutbox } from './watch-outbox.js'

/** What the test can have a tab do. */
export interface Tab {
  record(): Promise<string>
  flush(): Promise<FlushReport>
  watch(listener: (state: OutboxState) => void): () => void
}

/** What the test puts on its own window for its tabs. */
export interface Opener {
  take(batch: VisitBatch): Promise<VisitReceipt>
  openTab(tab: Tab): void
}

// The test opened this frame, so its window is the parent.
const { kbytTest } = window.parent as Window & { kbytTest?: Opener }

if (kbytTest) {
  const outbox = createOutbox({
    store: createIndexedDbOutboxStore(window.name),
    send: (batch) => kbytTest.take(batch),
  })
  kbytTest.openTab({
    async record() {
      const { visitId } = await recordVisit(outbox, {
        venueCode: 'HUE00001',
        direction: 'in',
        scannedBy: 'visitor',
        subject: { by: 'pass', passId: '00f1e2d3c4b5a697' },
      })
      return visitId
    },
    flush: () => flushOutbox(outbox),
    watch: (listener) => watchOutbox(outbox, listener),
  })
}
