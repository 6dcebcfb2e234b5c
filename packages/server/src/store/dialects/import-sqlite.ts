/**
 * Loads `node:sqlite` without the warning older lines of Node print for it; every other warning
 * is printed as ever.
 */
export async function importSqlite(): Promise<typeof import('node:sqlite')> {
  const { emitWarning } = process
  process.emitWarning = (warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes('SQLite is an experimental feature'))
      emitWarning(warning, ...rest)
  }
  try {
    return await import('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}
