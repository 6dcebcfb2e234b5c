import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino'
import type { Log } from '../ports.js'

/** What is worth a line; `silent` is nothing at all. */
export const logLevels = ['info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/**
 * Writes one JSON line per event of this level or a graver one, with the instant and the node's name.
 * Without a target it goes to standard error, and is there when the call returns: the last words of a
 * process that ends are not lost.
 */
export function createLog(
  { level, node }: { level: LogLevel; node: string },
  target: DestinationStream = destination({ fd: 2, sync: true }),
): Log {
  const logger = pino(
    {
      level,
      base: { node },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: stdTimeFunctions.isoTime,
    },
    target,
  )
  return ({ level: gravity, ...event }) => logger[gravity](event)
}
