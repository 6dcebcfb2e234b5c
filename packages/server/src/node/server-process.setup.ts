import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

const source = join(import.meta.dirname, '..')
const flags = [
  '--conditions=@kbyt/source',
  '--no-warnings',
  `--import=${join(import.meta.dirname, 'source-hooks.setup.ts')}`,
]

/** A folder for data and keys that is gone after the test. */
export async function makeDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-process-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A `kbyt-server start` of its own, in development: what it prints are the codes it would send. */
export async function startProcess(environment: Readonly<Record<string, string>>) {
  const settings = { KBYT_ENVIRONMENT: 'development', KBYT_PORT: '0', KBYT_LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [...flags, join(source, 'cli.ts'), 'start'], {
    env: { PATH: process.env.PATH ?? '', ...settings, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const codes = new Map<string, string>()
  const exited = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    child.on('exit', () => reject(new Error('the server ended at once')))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const listening = /listens on (http:\S+)/.exec(line)?.[1]
      if (listening) resolve(listening)
      const [, phone, code] = /^SMS (\+\d+): .*?(\d{6,8})/.exec(line) ?? []
      if (phone && code) codes.set(phone, code)
    })
  })

  async function send(method: string, path: string, body?: unknown, headers = {}) {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json: Record<string, unknown> = await answer.json()
    return { status: answer.status, json }
  }

  return {
    send,
    /** The newest code of each phone that this process printed. */
    codes,
    /** SIGTERM, and the code it ends with. */
    async stop(): Promise<unknown> {
      child.kill('SIGTERM')
      const [exitCode] = await exited
      return exitCode
    },
  }
}

export type ServerProcess = Awaited<ReturnType<typeof startProcess>>
