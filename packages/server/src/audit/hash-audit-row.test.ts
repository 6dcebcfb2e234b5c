import { expect, it } from 'vitest'
import type { AuditRow } from '../store/store.js'
import { hashAuditRow } from './hash-audit-row.js'

const row: Omit<AuditRow, 'hash'> = {
  chain: 'one',
  seq: 7,
  at: 1_614_733_200_000,
  officerId: 'officer',
  action: 'inspect domestic id-number',
  reason: 'checkpoint',
  post: 'ga-hue',
  subjectIndex: 'index',
  outcome: 'found',
  sealed: 'sealed',
  previousHash: 'before',
}

it.each([
  ['previousHash', 'other'],
  ['chain', 'other'],
  ['seq', 8],
  ['at', 0],
  ['officerId', null],
  ['action', 'other'],
  ['reason', null],
  ['post', null],
  ['subjectIndex', null],
  ['outcome', 'absent'],
  ['sealed', 'other'],
])('96: a row with another %s has another name', async (name, value) => {
  const changed = { ...row, [name]: value }

  expect(Object.keys(changed).sort()).toEqual(Object.keys(row).sort())
  expect(await hashAuditRow(changed)).not.toBe(await hashAuditRow(row))
})
