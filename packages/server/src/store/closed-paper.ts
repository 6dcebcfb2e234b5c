/** The paper to be entered no longer waits: nothing of its declaration was kept. */
export class ClosedPaper extends Error {
  override readonly name = 'ClosedPaper'
}
