import { ClosedPaper } from '../closed-paper.js'
import type { PaperEntry, PaperRow, PaperStore } from '../store.js'
import type { Database } from './database.js'
import { answerClaim } from './idempotency.sql.js'

const paperColumns = [
  'paperId',
  'kind',
  'post',
  'state',
  'receivedAt',
  'receivedBy',
  'closedAt',
  'declarationId',
  'sealed',
] as const satisfies (keyof PaperRow)[]

export function createSqlPapers(db: Database): PaperStore {
  return {
    savePaper: (paper, answer) =>
      db.transaction().execute(async (transaction) => {
        await answerClaim(transaction, answer)
        await transaction.insertInto('papers').values(paper).execute()
      }),

    findPaper: (paperId) =>
      db
        .selectFrom('papers')
        .select(paperColumns)
        .where('paperId', '=', paperId)
        .executeTakeFirst(),

    findPapers: ({ state, post, receivedBy }, afterId, limit) =>
      db
        .selectFrom('papers')
        .select(paperColumns)
        .where('state', '=', state)
        .$if(post !== undefined, (query) => query.where('post', '=', post ?? ''))
        .$if(receivedBy !== undefined, (query) => query.where('receivedBy', '=', receivedBy ?? ''))
        .$if(afterId !== undefined, (query) => query.where('paperId', '>', afterId ?? ''))
        .orderBy('paperId')
        .limit(limit)
        .execute(),

    async setAside(paperId, change, answer) {
      try {
        return await db.transaction().execute(async (transaction) => {
          await answerClaim(transaction, answer)
          await close(transaction, paperId, { ...change, state: 'set-aside' })
          return true
        })
      } catch (error) {
        if (error instanceof ClosedPaper) return false
        throw error
      }
    },
  }
}

/** @throws {ClosedPaper} */
export async function enterPaper(db: Database, { paperId, ...entry }: PaperEntry): Promise<void> {
  await close(db, paperId, { ...entry, state: 'entered' })
}

async function close(db: Database, paperId: string, change: Partial<PaperRow>): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('papers')
    .set(change)
    .where('paperId', '=', paperId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ClosedPaper()
}
