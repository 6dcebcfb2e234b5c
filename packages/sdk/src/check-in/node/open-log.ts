import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { applyChange, type Change, type LogState, readLines, writeLines } from './log-state.js'
import { writeFileAnew } from './write-file-anew.js'

/** A file of changes, open for more. */
export interface Log {
  readonly state: LogState
  /** Whether most of the file is of the past. */
  readonly isWorn: boolean
  /** Resolves once the change is on the disk; when it rejects, the file is as it was. */
  append(change: Change): Promise<void>
}

const spareLines = 1_000

/** Opens the file of that path, made new where there is none, written anew where it is worn. */
export async function openLog(path: string): Promise<Log> {
  await mkdir(dirname(path), { recursive: true })
  const log = await openAsIs(path)
  if (!log.isWorn) return log
  await writeFileAnew(path, writeLines(log.state))
  return openAsIs(path)
}

async function openAsIs(path: string): Promise<Log> {
  const text = await withFile(path, readWhole)
  const state = readLines(text)
  let length = Buffer.byteLength(text)
  return {
    state,
    get isWorn() {
      return state.lines > spareLines + 2 * state.entries.size
    },
    async append(change) {
      const line = `${JSON.stringify(change)}\n`
      await withFile(path, (file) => appendDurably(file, line, length))
      length += Buffer.byteLength(line)
      // As the file has it: the caller may change its own.
      applyChange(state, structuredClone(change))
    },
  }
}

/** Opened for one use: a store that nobody holds any more leaves no file open. */
async function withFile<Result>(
  path: string,
  work: (file: FileHandle) => Promise<Result>,
): Promise<Result> {
  const file = await open(path, 'a+', 0o600)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

async function readWhole(file: FileHandle): Promise<string> {
  const bytes = await file.readFile()
  // A last line without its end was being written when the process died: it was never called saved.
  const length = bytes.lastIndexOf('\n') + 1
  if (length < bytes.length) await file.truncate(length)
  return bytes.subarray(0, length).toString()
}

async function appendDurably(file: FileHandle, line: string, length: number): Promise<void> {
  try {
    await file.appendFile(line)
    await file.datasync()
  } catch (error) {
    await file.truncate(length)
    throw error
  }
}
