/** What a log may say of an error. */
export interface Failure {
  readonly error: string
  readonly sqlState: string | undefined
  readonly at: string
}

/** Where an error happened, without its message: that may quote what a person typed. */
export function describeFailure(thrown: unknown): Failure {
  const error = thrown instanceof Error ? thrown : new Error('not an error')
  const frames = (error.stack ?? '')
    .split('\n')
    .flatMap((line) => /^\s*(at .*)$/.exec(line)?.[1] ?? [])
  const code: unknown = Reflect.get(error, 'code')
  return {
    error: error.name,
    sqlState: typeof code === 'string' && /^[\dA-Z]{5}$/.test(code) ? code : undefined,
    at: frames.slice(0, 5).join(' '),
  }
}
