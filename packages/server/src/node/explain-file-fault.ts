import * as z from 'zod/mini'

/** Says why a JSON file could not be read, and where in it; quotes nothing, as it may hold secrets. */
export function explainFileFault(error: unknown): string {
  if (error instanceof SyntaxError) return 'it is no JSON'
  if (error instanceof z.core.$ZodError) {
    const [issue] = error.issues
    return `${issue?.path.join('.') || 'it'} is wrong (${issue?.code})`
  }
  if (!(error instanceof Error)) return 'it cannot be used'
  return 'code' in error ? `it cannot be opened (${error.code})` : error.message
}
