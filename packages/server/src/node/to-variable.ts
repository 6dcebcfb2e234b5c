/** The variable that says what a field says: `apiKey` is `…API_KEY`, `isSandbox` is `…SANDBOX`. */
export const toVariable = (field: string, prefix = 'KBYT_') =>
  prefix +
  field
    .replace(/^is(?=[A-Z])/, '')
    .replace(/(?<!^)(?=[A-Z])/g, '_')
    .toUpperCase()
