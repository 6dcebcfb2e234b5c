import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { DatabaseAddress } from '../store/dialects/open-dialect.js'
import { type Line, lineSchema } from './lines.setup.js'

const hooks = join(import.meta.dirname, '..', 'node', 'source-hooks.setup.ts')
const writer = join(import.meta.dirname, 'writer.setup.ts')
const flags = ['--conditions=@kbyt/source', '--no-warnings', `--import=${hooks}`]

/** A process that writes: held by its input, heard by its output. */
export type Writer = ChildProcessByStdio<Writable, Readable, null>

export interface WriterOptions {
  /** Its chain of the audit log. */
  readonly node: string
  /** The first of the numbers it gives to people. */
  readonly from: number
  /** Headers of the citizens whose declarations it files, all at once. */
  readonly sessions: readonly Record<string, string>[]
  readonly env?: Record<string, string>
}

/** Starts a process that writes until it is killed. */
export function startWriter(
  address: DatabaseAddress,
  { node, from, sessions, env = {} }: WriterOptions,
): Writer {
  const told = [JSON.stringify(address), node, String(from), JSON.stringify(sessions)]
  return spawn(process.execPath, [...flags, writer, ...told], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
}

/** What a writer says to its end; `strike` is called when it has kept `count` declarations. */
export async function readUntil(
  child: Writer,
  count: number,
  strike: (child: Writer) => void,
): Promise<Line[]> {
  const exited = once(child, 'exit')
  const said: Line[] = []
  for await (const text of createInterface({ input: child.stdout })) {
    const line = parseLine(text)
    if (line) said.push(line)
    const kept = said.filter(({ step }) => step === 'kept')
    if (line?.step === 'kept' && kept.length === count) strike(child)
  }
  await exited
  return said
}

/** The last line may be cut in two by the blow. */
function parseLine(text: string): Line | undefined {
  try {
    return lineSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
