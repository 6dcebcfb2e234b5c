import { describe, expect, it } from 'vitest'
import type { PaperRow, Store } from '../store.js'
import {
  claimAnswer,
  day,
  hour,
  makeDeclaration,
  noConsequences,
  start,
  unique,
} from './rows.setup.js'

function makePaper(changes: Partial<PaperRow> = {}): PaperRow {
  return {
    paperId: unique('paper'),
    kind: 'domestic',
    post: 'ga-hue',
    state: 'waiting',
    receivedAt: start,
    receivedBy: 'officer',
    closedAt: null,
    declarationId: null,
    sealed: 'k1.bm90ZQ',
    ...changes,
  }
}

async function savePaper(store: Store, changes: Partial<PaperRow> = {}): Promise<PaperRow> {
  const paper = makePaper(changes)
  await store.papers.savePaper(paper, await claimAnswer(store))
  return paper
}

async function enter(store: Store, paperId: string) {
  const filed = makeDeclaration({ phoneIndex: unique('phone'), people: [unique('person')] })
  const { declarationId, phoneIndex } = filed.declaration
  const paper = { paperId, closedAt: start + hour, declarationId }
  const saving = store.declarations.saveDeclaration(filed, await claimAnswer(store), {
    ...noConsequences,
    paper,
  })
  const isKept = await saving.then(
    () => true,
    () => false,
  )
  const stored = await store.declarations.findDeclaration(phoneIndex, declarationId)
  return { isKept, stored, paper }
}

export function describePapers(open: () => Store): void {
  describe('papers', () => {
    it('are listed by what they wait for, where and with whom, the oldest first', async () => {
      const store = open()
      const receivedBy = unique('officer')
      const papers = [
        await savePaper(store, { receivedBy }),
        await savePaper(store, { receivedBy, post: null }),
        await savePaper(store, { receivedBy }),
        await savePaper(store),
      ]
      const find = async (post: string | undefined, afterId?: string) =>
        store.papers.findPapers({ state: 'waiting', post, receivedBy }, afterId, 2)

      expect(await find(undefined)).toEqual(papers.slice(0, 2))
      expect(await find(undefined, papers[1]!.paperId)).toEqual([papers[2]])
      expect(await find('ga-hue')).toEqual([papers[0], papers[2]])
    })

    it('are entered with their declaration, once', async () => {
      const store = open()
      const paper = await savePaper(store)

      const first = await enter(store, paper.paperId)
      const second = await enter(store, paper.paperId)

      expect([first.isKept, second.isKept]).toEqual([true, false])
      expect(first.stored).toBeDefined()
      expect(second.stored).toBeUndefined()
      expect(await store.papers.findPaper(paper.paperId)).toEqual({
        ...paper,
        ...first.paper,
        state: 'entered',
      })
    })

    it('are forgotten four weeks after they were closed, and never while they wait', async () => {
      const store = open()
      const [waiting, closed] = [await savePaper(store), await savePaper(store)]
      const { paper } = await enter(store, closed.paperId)
      const find = async () => [
        (await store.papers.findPaper(waiting.paperId)) !== undefined,
        (await store.papers.findPaper(closed.paperId)) !== undefined,
      ]

      await store.purge(paper.closedAt + 28 * day - 1)
      const before = await find()
      await store.purge(paper.closedAt + 28 * day)

      expect(before).toEqual([true, true])
      expect(await find()).toEqual([true, false])
    })

    it('are set aside once, and not entered then', async () => {
      const store = open()
      const { paperId } = await savePaper(store)
      const change = { closedAt: start + hour, sealed: 'k1.d2h5' }

      const first = await store.papers.setAside(paperId, change, await claimAnswer(store))
      const again = await store.papers.setAside(paperId, change, await claimAnswer(store))
      const { isKept } = await enter(store, paperId)

      expect([first, again, isKept]).toEqual([true, false, false])
      expect(await store.papers.findPaper(paperId)).toMatchObject({ ...change, state: 'set-aside' })
    })
  })
}
