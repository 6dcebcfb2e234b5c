/**
 * Thrown by a write whose Idempotency-Key is not claimed, or was answered by another process in the
 * meantime: nothing was written, and asking again gives the stored answer.
 */
export class LostClaim extends Error {
  constructor() {
    super('the Idempotency-Key is not claimed or already answered')
    this.name = 'LostClaim'
  }
}
