import * as z from 'zod/mini'
import type { Pause, StoredState } from '../outbox-store.js'

const pauseSchema = z.object({ setAt: z.number(), until: z.number() })

/** One line of the file: a change, in the order of changes. */
const changeSchema = z.discriminatedUnion('do', [
  /** After the file was written anew: numbers go on where they were. */
  z.object({ do: z.literal('begin'), last: z.int() }),
  z.object({ do: z.literal('add'), position: z.int(), value: z.unknown() }),
  z.object({ do: z.literal('replace'), position: z.int(), value: z.unknown() }),
  z.object({ do: z.literal('remove'), positions: z.array(z.int()) }),
  z.object({ do: z.literal('pause'), pause: z.nullable(pauseSchema) }),
])
export type Change = z.infer<typeof changeSchema>

/** What the lines of a file add up to. */
export interface LogState {
  readonly entries: Map<number, unknown>
  /** Whole lines that this version cannot read; they are kept. */
  readonly strays: string[]
  pause: Pause | undefined
  last: number
  lines: number
}

/** Adds up the whole lines of a file. */
export function readLines(text: string): LogState {
  const state: LogState = { entries: new Map(), strays: [], pause: undefined, last: 0, lines: 0 }
  for (const line of text.split('\n').slice(0, -1)) {
    const change = parseLine(line)
    if (change) applyChange(state, change)
    else state.strays.push(line)
  }
  return state
}

export function applyChange(state: LogState, change: Change): void {
  state.lines += 1
  if (change.do === 'begin') state.last = change.last
  else if (change.do === 'pause') state.pause = change.pause ?? undefined
  else if (change.do === 'remove') {
    for (const position of change.positions) state.entries.delete(position)
  } else {
    state.entries.set(change.position, change.value)
    state.last = Math.max(state.last, change.position)
  }
}

/** The fewest lines that add up to the same. */
export function writeLines({ entries, strays, pause, last }: LogState): string {
  const changes: Change[] = [
    { do: 'begin', last },
    ...[...entries].map(([position, value]): Change => ({ do: 'add', position, value })),
    ...(pause ? [{ do: 'pause', pause } as const] : []),
  ]
  return [...changes.map((change) => JSON.stringify(change)), ...strays, ''].join('\n')
}

export function toStoredState({ entries, pause }: LogState): StoredState {
  return { entries: [...entries].map(([position, value]) => ({ position, value })), pause }
}

function parseLine(line: string): Change | undefined {
  try {
    return changeSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
