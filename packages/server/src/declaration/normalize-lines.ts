import { toPlainText } from '@kbyt/sdk/schema'

/** The same with the free lines of these names as they are stored. */
export function normalizeLines<Of extends object>(of: Of, names: readonly (keyof Of)[]): Of {
  const lines = names.flatMap((name) => {
    const line = of[name]
    return typeof line === 'string' ? [[name, toPlainText(line)]] : []
  })
  return { ...of, ...Object.fromEntries(lines) }
}
