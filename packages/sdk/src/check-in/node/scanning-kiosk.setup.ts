// A kiosk for a test to kill: it records visits as fast as it can and says of each when it is saved.
import { argv, stdout } from 'node:process'
import { createOutbox } from '../create-outbox.js'
import { recordVisit } from '../record-visit.js'
import { createFileOutboxStore } from './create-file-outbox-store.js'

const outbox = createOutbox({
  store: createFileOutboxStore(argv[2] ?? ''),
  send: () => Promise.reject(new Error('a kiosk without network')),
})
for (;;) {
  const { visitId } = await recordVisit(outbox, {
    venueCode: 'HUE00001',
    direction: 'in',
    scannedBy: 'staff',
    subject: { by: 'pass', passId: '00f1e2d3c4b5a697' },
  })
  stdout.write(`${visitId}\n`)
  // Removing and writing anew must be survived too.
  const { entries } = await outbox.store.load()
  const [first] = entries
  if (entries.length > 20 && first) {
    stdout.write(`gone ${JSON.parse(Object(first.value).body).visitId}\n`)
    await outbox.store.remove([first.position])
  }
}
