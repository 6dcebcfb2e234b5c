import { describe, expect, it } from 'vitest'
import {
  declare,
  inspect,
  setup,
  signIn,
  signInOfficer,
  type TestBackend,
} from '../backend.setup.js'
import { createMemoryStore } from '../memory.js'
import type { AuditRow } from '../store/store.js'
import { fillDisk } from './fill-disk.setup.js'
import { findAuditFault } from './find-audit-fault.js'
import { hashAuditRow } from './hash-audit-row.js'
import { listActions } from './list-actions.setup.js'

const number = '046190001234'
const byNumber = { by: 'id-number', idNumber: number }
const audits = (backend: TestBackend) => backend.store.audit.findRows('main', 1, 1_000)

async function setupDeclared() {
  const backend = await setup()
  await declare(backend, await signIn(backend))
  return { backend }
}

describe('the audit log', () => {
  it('97: refuses the look-up when it cannot be written', async () => {
    const backend = await setup()
    await declare(backend, await signIn(backend))
    const { headers } = await signInOfficer(backend)
    fillDisk(backend.store)

    const { status, json } = await inspect(backend, headers, byNumber)

    expect([status, json.code]).toEqual([503, 'audit_unavailable'])
    expect(json).not.toHaveProperty('people')
  })

  it('records sixty look-ups at once, each once, a few at a time, and refuses none', async () => {
    const store = createMemoryStore()
    let appends = 0
    const append = (rows: readonly AuditRow[]) => {
      appends += 1
      return store.audit.append(rows)
    }
    const backend = await setup({ store: { ...store, audit: { ...store.audit, append } } })
    await declare(backend, await signIn(backend))
    const { headers } = await signInOfficer(backend)
    appends = 0

    const answers = await Promise.all(
      Array.from({ length: 60 }, () => inspect(backend, headers, byNumber)),
    )

    expect(answers.filter(({ status }) => status !== 201)).toEqual([])
    expect((await listActions(backend)).length).toBe(60)
    expect(appends).toBeLessThan(20)
    expect(await findAuditFault(backend.store.audit, { chain: 'main' })).toBeUndefined()
  })

  it('records who asked for whom, why and where, without their number', async () => {
    const { backend } = await setupDeclared()
    const { officer, headers } = await signInOfficer(backend)
    await inspect(backend, headers, byNumber)

    const [row] = await listActions(backend)

    expect(row).toMatchObject({
      chain: 'main',
      seq: 2,
      officerId: officer.officerId,
      action: 'inspect domestic id-number',
      reason: 'checkpoint',
      post: 'ga-hue',
      outcome: 'found',
    })
    expect(JSON.stringify(row)).not.toContain(number)
  })

  it('97: refuses the look-up when its head cannot be anchored', async () => {
    let isFull = false
    const keep = async () => {
      if (isFull) throw new Error('disk full')
    }
    const backend = await setup({ auditAnchor: { keep } })
    const { headers } = await signInOfficer(backend)
    isFull = true

    const { status, json } = await inspect(backend, headers, byNumber)

    expect([status, json.code]).toEqual([503, 'audit_unavailable'])
  })

  it('keeps one chain when look-ups meet', async () => {
    const { backend } = await setupDeclared()
    const { headers } = await signInOfficer(backend)

    await Promise.all(Array.from({ length: 10 }, () => inspect(backend, headers, byNumber)))

    expect(await listActions(backend)).toHaveLength(10)
    expect(await findAuditFault(backend.store.audit, { chain: 'main' })).toBeUndefined()
  })

  const tamperings: [string, number, (rows: AuditRow[]) => AuditRow[]][] = [
    [
      'edited',
      3,
      (rows) => rows.map((row) => (row.seq === 3 ? { ...row, outcome: 'absent' } : row)),
    ],
    ['deleted', 3, (rows) => rows.filter(({ seq }) => seq !== 3)],
    [
      'swapped',
      2,
      (rows) =>
        rows.map((row) => ({
          ...(rows[row.seq === 2 ? 2 : row.seq === 3 ? 1 : row.seq - 1] ?? row),
          seq: row.seq,
        })),
    ],
    [
      'inserted',
      3,
      (rows) => [
        ...rows.slice(0, 2),
        { ...rows[0]!, seq: 3 },
        ...rows.slice(2).map((row) => ({ ...row, seq: row.seq + 1 })),
      ],
    ],
  ]

  it.each(tamperings)('96: names the first row that was %s', async (_name, seq, tamper) => {
    const { backend } = await setupDeclared()
    const { headers } = await signInOfficer(backend)
    for (let index = 0; index < 5; index += 1) await inspect(backend, headers, byNumber)
    const rows = tamper(await audits(backend))
    const tampered = {
      ...backend.store.audit,
      findRows: async (_chain: string, from: number, limit: number) =>
        rows.filter((row) => row.seq >= from).slice(0, limit),
    }

    expect(await findAuditFault(tampered, { chain: 'main' })).toMatchObject({ seq })
  })

  const rewrite = async (rows: AuditRow[]) => {
    const rewritten: AuditRow[] = []
    for (const row of rows) {
      const previousHash = rewritten.at(-1)?.hash ?? ''
      const changed = { ...row, officerId: 'somebody else', previousHash }
      rewritten.push({ ...changed, hash: await hashAuditRow(changed) })
    }
    return rewritten
  }

  it.each<[string, number, (rows: AuditRow[]) => AuditRow[] | Promise<AuditRow[]>]>([
    ['cut off', 4, (rows) => rows.slice(0, 3)],
    ['written anew', 1, rewrite],
  ])('96: shows against the head in the log that the chain was %s', async (_name, seq, tamper) => {
    const { backend } = await setupDeclared()
    const { headers } = await signInOfficer(backend)
    for (let index = 0; index < 5; index += 1) await inspect(backend, headers, byNumber)
    const heads = new Map(
      backend.logged.flatMap(({ event, seq, hash }) =>
        event === 'audit_head' ? [[Number(seq), String(hash)]] : [],
      ),
    )
    const rows = await tamper(await audits(backend))
    const tampered = { ...backend.store.audit, findRows: async () => rows }

    expect(await findAuditFault(tampered, { chain: 'main' })).toBeUndefined()
    expect(await findAuditFault(tampered, { chain: 'main', heads })).toMatchObject({ seq })
    expect(await findAuditFault(backend.store.audit, { chain: 'main', heads })).toBeUndefined()
  })
})
