import { ClosedPaper } from '../closed-paper.js'
import type { PaperEntry, PaperRow, PaperStore } from '../store.js'
import { answerClaim } from './idempotency.memory.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryPapers(state: MemoryState): PaperStore {
  const { papers } = state
  return {
    async savePaper(paper, answer) {
      answerClaim(state, answer)
      papers.set(paper.paperId, paper)
    },

    async findPaper(paperId) {
      return papers.get(paperId)
    },

    async findPapers({ post, receivedBy, ...filter }, afterId, limit) {
      return [...papers.values()]
        .filter((paper) => paper.state === filter.state)
        .filter((paper) => post === undefined || paper.post === post)
        .filter((paper) => receivedBy === undefined || paper.receivedBy === receivedBy)
        .filter(({ paperId }) => afterId === undefined || paperId > afterId)
        .sort((one, other) => (one.paperId < other.paperId ? -1 : 1))
        .slice(0, limit)
    },

    async setAside(paperId, change, answer) {
      const paper = papers.get(paperId)
      if (paper?.state !== 'waiting') return false
      answerClaim(state, answer)
      papers.set(paperId, { ...paper, ...change, state: 'set-aside' })
      return true
    },
  }
}

/** @throws {ClosedPaper} */
export function checkWaiting({ papers }: MemoryState, { paperId }: PaperEntry): PaperRow {
  const paper = papers.get(paperId)
  if (paper?.state !== 'waiting') throw new ClosedPaper()
  return paper
}

export function enterPaper(state: MemoryState, entry: PaperEntry): void {
  const paper = checkWaiting(state, entry)
  state.papers.set(entry.paperId, { ...paper, ...entry, state: 'entered' })
}
