import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, requestOtp } from '@kbyt/sdk'
import { afterAll, expect, it } from 'vitest'

const folders: string[] = []
const running = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
})

async function createDataDir() {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-start-'))
  folders.push(folder)
  return folder
}

/** What `pnpm start` runs after building, until it has printed its banner. */
async function start(dataDir: string, port: number) {
  const child = spawn(process.execPath, ['examples/portal/serve.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: {
      ...process.env,
      KBYT_PORT: String(port),
      KBYT_DATA_DIR: dataDir,
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  const exited = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  const banner = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      if (output.includes('to stop')) resolve(output)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void exited.then(() => reject(new Error(`start ended before it was ready:\n${output}`)))
  })
  const text = await banner
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return { text, url: text.match(/http:\/\/localhost:\d+/)?.[0] ?? '', stop }
}

const loginIn = (text: string) => [
  text.match(/Username (\S+)/)?.[1],
  text.match(/Password +(\S+)/)?.[1],
]

it('prints where to go, stops cleanly, and finds its data again', async () => {
  const dataDir = await createDataDir()
  const first = await start(dataDir, 4700)
  const health = await fetch(`${first.url}/healthz`)
  const firstExit = await first.stop('SIGINT')

  const second = await start(dataDir, 4700)
  const login = await fetch(`${second.url}/v1/officers/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: loginIn(first.text)[0], password: loginIn(first.text)[1] }),
  })
  const secondExit = await second.stop('SIGTERM')

  expect(health.status).toBe(200)
  expect(first.text).toContain(`${first.url}/kiemtra`)
  expect(first.text).toContain(`${first.url}/v1/dev/sms`)
  expect(loginIn(second.text)).toEqual(loginIn(first.text))
  expect(login.status).toBe(201)
  expect([firstExit, secondExit]).toEqual([0, 0])
  expect((await stat(join(dataDir, 'demo-officer.json'))).mode & 0o777).toBe(0o600)
})

it('shows the code of an SMS, and who sent it, on a page for this machine alone', async () => {
  const { url, stop } = await start(await createDataDir(), 4720)
  await requestOtp(createClient({ baseUrl: url }), { phone: '0905000401' })

  const here = await fetch(`${url}/v1/dev/sms`)
  const forwarded = await fetch(`${url}/v1/dev/sms`, {
    headers: { 'x-forwarded-for': '203.0.113.7' },
  })

  const page = await here.text()
  expect(page).toContain('DTTM_TTHUE')
  expect(page).toMatch(/\b\d{6}\b/)
  expect(forwarded.status).toBe(404)
  expect(await stop('SIGINT')).toBe(0)
})

it('says that a port is taken and takes the next free one', async () => {
  const first = await start(await createDataDir(), 4710)

  const second = await start(await createDataDir(), Number(new URL(first.url).port))

  expect(second.url).not.toBe(first.url)
  expect(second.text).toContain(`Port ${new URL(first.url).port} is taken, using`)
  expect(await Promise.all([first.stop('SIGINT'), second.stop('SIGINT')])).toEqual([0, 0])
})

it('says what is wrong with a port that is none', async () => {
  const attempt = start(await createDataDir(), Number.NaN)

  await expect(attempt).rejects.toThrow('KBYT_PORT')
})
