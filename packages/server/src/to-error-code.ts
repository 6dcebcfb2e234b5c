/** The code of an error of Node's, such as `ECONNREFUSED`. */
export function toErrorCode(error: unknown, otherwise: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : otherwise
}
