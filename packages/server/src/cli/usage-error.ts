/** Thrown for a command that cannot be meant; its message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
