/** Thrown when the keys cannot be used as they are; its message says what to do, and quotes no key. */
export class KeysError extends Error {
  override readonly name = 'KeysError'
}
