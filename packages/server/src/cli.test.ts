import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished, vi } from 'vitest'

const source = import.meta.dirname

// Node reads the sources itself, on a machine that may be busy
vi.setConfig({ testTimeout: 60_000 })

function start(args: string[], environment: Record<string, string>, input = '') {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@kbyt/source',
      '--import',
      `${source}/node/source-hooks.setup.ts`,
      `${source}/cli.ts`,
      ...args,
    ],
    { env: { PATH: process.env.PATH ?? '', ...environment } },
  )
  child.stdin.end(input)
  return child
}

async function run(args: string[], environment: Record<string, string> = {}, input = '') {
  const child = start(args, environment, input)
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  const [out, error, [exitCode]] = await output
  return { out, error, exitCode }
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-cli-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

it('explains its commands and its variables', async () => {
  const { out, exitCode } = await run(['--help'])

  expect(exitCode).toBe(0)
  expect(out).toContain('keys rotate')
  expect(out).toContain('KBYT_DATABASE_URL')
})

it('says in a sentence which variable is wrong, or which word', async () => {
  const setting = await run(['start'], { KBYT_PORT: 'http' })
  const command = await run(['dance'])

  expect(setting.error).toMatch(/^KBYT_PORT must be the port to listen on.*\n$/)
  expect(command.error).toBe('There is no command "dance": see kbyt-server --help\n')
  expect([setting.exitCode, command.exitCode]).toEqual([2, 2])
})

it('says to a production host without a gateway what to do, and makes nothing', async () => {
  const folder = await makeFolder()

  const { error, exitCode } = await run(['start'], { KBYT_DATA_DIR: folder })

  expect(error).toMatch(/^KBYT_SMS_GATEWAY must name the gateway.*\n$/)
  expect(exitCode).toBe(2)
  expect(await readdir(folder)).toEqual([])
})

it('starts in production with a gateway, and refuses a template it could not fill', async () => {
  const folder = await makeFolder()
  const template = {
    url: 'https://sms.example',
    phone: '84',
    body: { to: '{to}', key: '{secret}' },
    accepted: [{ path: 'code', equals: '0' }],
  }
  const environment = {
    KBYT_DATA_DIR: folder,
    KBYT_PORT: '0',
    KBYT_ORIGINS: 'https://kbyt.example',
    KBYT_SMS_GATEWAY: 'http',
    KBYT_SMS_TEMPLATE: JSON.stringify(template),
  }
  const wrong = JSON.stringify({ ...template, body: { to: '{phone}' } })

  const child = start(['start'], environment)
  const [line] = await once(child.stdout, 'data')
  child.kill('SIGTERM')
  const [exitCode] = await once(child, 'exit')
  const refused = await run(['start'], { ...environment, KBYT_SMS_TEMPLATE: wrong })

  expect(String(line)).toContain('KBYT listens')
  expect(exitCode).toBe(0)
  expect(refused.error).toBe('KBYT_SMS_TEMPLATE: {phone} has no value here\n')
})

it('migrates, adds an officer once, rotates keys that only their owner reads', async () => {
  const folder = await makeFolder()
  const environment = { KBYT_DATA_DIR: folder }
  const args = 'officers add --username Ga-Hue --name An --role checkpoint --areas 46'.split(' ')

  const migrated = await run(['migrate'], environment)
  const added = await run(args, environment, 'mot-mat-khau-dai\n')
  const again = await run(args, environment, 'mot-mat-khau-dai\n')
  const rotated = await run(['keys', 'rotate'], environment)
  const files = await readdir(join(folder, 'keys'))
  const modes = await Promise.all(files.map((name) => stat(join(folder, 'keys', name))))

  expect(migrated).toMatchObject({ exitCode: 0, error: '' })
  expect(added.out).toContain('Added ga-hue (checkpoint)')
  expect(again).toMatchObject({ exitCode: 2, error: 'the username ga-hue is taken\n' })
  expect(rotated.exitCode).toBe(0)
  expect(modes.map(({ mode }) => mode & 0o777)).toEqual(files.map(() => 0o600))
})

it('serves until it is told to stop', async () => {
  const environment = {
    KBYT_DATA_DIR: await makeFolder(),
    KBYT_ENVIRONMENT: 'development',
    KBYT_PORT: '0',
  }
  const child = start(['start'], environment)
  const [line] = await once(child.stdout, 'data')
  const address = /http:\S+/.exec(String(line))?.[0]

  const health = await fetch(`${address}/healthz`)
  const taken = await run(['start'], { ...environment, KBYT_PORT: new URL(address ?? '').port })
  child.kill('SIGTERM')
  const [exitCode] = await once(child, 'exit')

  expect(await health.json()).toEqual({ status: 'ok' })
  expect(taken.error).toMatch(/^KBYT_PORT: port \d+ on localhost is taken\n$/)
  expect(exitCode).toBe(0)
})
