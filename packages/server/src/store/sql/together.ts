/**
 * Waits for prepared statements of one transaction that are sent without waiting for each other, so that
 * PostgreSQL gets them in one packet. They are made in the order they are called in.
 *
 * @throws what the first that failed threw, once none is under way: after it the transaction is undone.
 */
export async function together(...statements: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(statements)) {
    if (outcome.status === 'rejected') throw outcome.reason
  }
}
