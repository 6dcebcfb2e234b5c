import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createWebVault } from '../memory.js'
import { openAuditHeads } from '../node/audit-heads.js'
import { readAuditHeads } from '../node/read-audit-heads.js'
import type { AuditRow, Store } from '../store/store.js'
import { createAuditService } from './audit.service.js'
import { checkAudit } from './check-audit.js'
import { hashAuditRow } from './hash-audit-row.js'

/** A database that somebody has both the store and plain SQL for. */
export interface TamperedDatabase {
  readonly store: Store
  run(statement: string): Promise<unknown>
  close(): Promise<void>
}

interface Written {
  readonly store: Store
  readonly chain: string
  /** Runs SQL in which `@` stands for "the rows of this chain". */
  sql(statement: string): Promise<unknown>
}

const columns =
  'chain, at, officer_id, action, reason, post, subject_index, outcome, sealed, previous_hash, hash'

/** Writes the rows from `from` on anew as somebody else's, with every hash right. */
async function rebuild({ store, chain, sql }: Written, from: number, to = 5): Promise<void> {
  const rows = await store.audit.findRows(chain, 1, 100)
  await sql(`delete from audit where @ and seq between ${from} and ${to}`)
  let previousHash = rows.find(({ seq }) => seq === from - 1)?.hash ?? ''
  for (const row of rows.filter(({ seq }) => seq >= from && seq <= to)) {
    const changed: AuditRow = { ...row, officerId: 'somebody-else', previousHash }
    previousHash = await hashAuditRow(changed)
    await store.audit.append([{ ...changed, hash: previousHash }])
  }
}

/** ATTACKS 96: each way to change the log, and the first bad row it leaves. */
const tamperings: [string, string, (written: Written) => Promise<unknown>][] = [
  [
    'edited',
    '3 changed',
    ({ sql }) => sql("update audit set outcome = 'absent' where @ and seq = 3"),
  ],
  ['edited, its hash too', '3 rewritten', (written) => rebuild(written, 3, 3)],
  ['deleted', '3 missing', ({ sql }) => sql('delete from audit where @ and seq = 3')],
  [
    'swapped',
    '2 moved',
    async ({ sql }) => {
      await sql('update audit set seq = -2 where @ and seq = 2')
      await sql('update audit set seq = 2 where @ and seq = 3')
      await sql('update audit set seq = 3 where @ and seq = -2')
    },
  ],
  [
    'inserted',
    '3 moved',
    async ({ sql }) => {
      await sql('update audit set seq = seq + 100 where @ and seq >= 3')
      await sql(
        `insert into audit (seq, ${columns}) select 3, ${columns} from audit where @ and seq = 1`,
      )
      await sql('update audit set seq = seq - 99 where @ and seq > 100')
    },
  ],
  ['cut off', '4 cut', ({ sql }) => sql('delete from audit where @ and seq >= 4')],
  ['removed whole', '1 cut', ({ sql }) => sql('delete from audit where @')],
  ['written anew from the third on', '3 rewritten', (written) => rebuild(written, 3)],
  ['written anew whole', '1 rewritten', (written) => rebuild(written, 1)],
]

let counter = 0

export function describeTampering(name: string, open: () => Promise<TamperedDatabase>): void {
  describe(`the audit log on ${name}`, () => {
    let database: TamperedDatabase
    beforeAll(async () => {
      database = await open()
    })
    afterAll(() => database.close())

    async function setup() {
      const { store } = database
      const folder = await mkdtemp(join(tmpdir(), 'kbyt-audit-'))
      onTestFinished(() => rm(folder, { recursive: true }))
      const file = join(folder, 'heads.ndjson')
      const anchor = await openAuditHeads(file, () => {})
      const chain = `tampered-${++counter}`
      const vault = createWebVault(new Uint8Array(32).fill(7))
      const createWriter = () =>
        createAuditService({ store, vault, clock: Date, node: chain, log: () => {} }, anchor)
      const write = (action: string, audit = createWriter()) =>
        audit.append({
          officerId: 'officer',
          action,
          reason: null,
          post: null,
          subjectIndex: null,
          outcome: 'found',
          details: {},
        })
      const sql = (statement: string) => database.run(statement.replace('@', `chain = '${chain}'`))
      const check = async () => {
        const heads = await readAuditHeads([file])
        const chains = await checkAudit(store.audit, heads)
        const fault = chains.find((each) => each.chain === chain)?.fault
        return fault && `${fault.seq} ${fault.kind}`
      }
      return { anchor, createWriter, write, written: { store, chain, sql }, check }
    }

    it.each(tamperings)(
      '96: names the first row when one was %s: %s',
      async (_how, fault, tamper) => {
        const { anchor, write, written, check } = await setup()
        for (const action of ['one', 'two', 'three', 'four', 'five']) await write(action)
        const before = await check()

        await tamper(written)

        expect(before).toBeUndefined()
        expect(await check()).toBe(fault)
        await anchor.close()
      },
    )

    const cuts: [string, number | undefined, number, string | undefined][] = [
      ['is whole behind a cut that is anchored', 3, 3, undefined],
      ['is whole while a cut is anchored that did not happen yet', 3, 0, undefined],
      ['misses its first row when nobody anchored a cut', undefined, 3, '1 missing'],
      ['misses what is gone beyond its cut', 2, 3, '3 missing'],
      ['misses what is gone short of its cut', 3, 2, '1 missing'],
    ]
    it.each(cuts)('%s', async (_what, anchored, cut, fault) => {
      const { anchor, write, written, check } = await setup()
      const { store, chain } = written
      for (const action of ['one', 'two', 'three', 'four', 'five']) await write(action)
      const [row] = await store.audit.findRows(chain, anchored ?? 1, 1)

      if (anchored && row) await anchor.keepCut(row)
      await store.audit.cut(chain, cut)
      await write('six')

      expect(await check()).toBe(fault)
      await anchor.close()
    })

    it('notices what happened to the rows behind a cut', async () => {
      const { anchor, write, written, check } = await setup()
      const { store, chain, sql } = written
      for (const action of ['one', 'two', 'three', 'four', 'five']) await write(action)
      const [, second] = await store.audit.findRows(chain, 1, 2)
      if (second) await anchor.keepCut(second)
      await store.audit.cut(chain, 2)

      await store.audit.cut(chain, 2)
      await rebuild(written, 3)
      const rebuilt = await check()
      await sql('delete from audit where @')

      expect([rebuilt, await check()]).toEqual(['3 moved', '3 cut'])
      await anchor.close()
    })

    it('holds together when two writers of one chain meet', async () => {
      const { anchor, createWriter, write, written, check } = await setup()
      const writers = [createWriter(), createWriter()]

      await Promise.all(
        writers.flatMap((writer) => ['one', 'two', 'three'].map((action) => write(action, writer))),
      )

      expect(await written.store.audit.findRows(written.chain, 1, 100)).toHaveLength(6)
      expect(await check()).toBeUndefined()
      await anchor.close()
    })
  })
}
