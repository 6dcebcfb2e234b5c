import type { Log } from '../ports.js'

/** Writes one JSON line per event to standard error. */
export const writeLog: Log = (event) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`)
}
