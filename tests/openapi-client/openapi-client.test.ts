import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createOpenApiDocument } from '@kbyt/server'
import { openBackend, serveBackend } from '@kbyt/server/node'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, it, onTestFinished, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

const source = JSON.stringify(createOpenApiDocument(), null, 2)

it('is valid under Redocly’s recommended rules', async () => {
  const config = await createConfig({
    extends: ['recommended'],
    // the pages of OpenID succeed by a redirect
    rules: { 'operation-2xx-response': 'off' },
  })

  const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' })

  expect(
    problems.map(({ ruleId, message, location: [at] }) => [ruleId, message, at?.pointer]),
  ).toEqual([])
})

/** A server of the real thing on a port of its own, whose codes can be read. */
async function startServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'kbyt-openapi-'))
  const codes = new Map<string, string>()
  const backend = await openBackend({
    dataDir,
    origins: ['http://localhost'],
    log: () => {},
    sms: {
      name: 'memory',
      isWebOtpAllowed: false,
      send: async ({ to, params }) => void codes.set(to, params.code ?? ''),
    },
  })
  const server = await serveBackend(backend, { port: 0, hostname: '127.0.0.1' })
  onTestFinished(async () => {
    await server.close()
    await rm(dataDir, { recursive: true })
  })
  const findCode = async (phone: string) => {
    await backend.app.deliverMessages()
    return codes.get(phone) ?? ''
  }
  return { url: `http://127.0.0.1:${server.port}`, findCode }
}

it('makes a client of others that proves a phone, declares, finds and withdraws', async () => {
  const types = join(import.meta.dirname, '.cache', 'api.ts')
  await mkdir(dirname(types), { recursive: true })
  await writeFile(types, astToString(await openapiTS(source)))
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const complaints = run(process.execPath, [tsc, '-p', import.meta.dirname])
  const { url, findCode } = await startServer()
  const { declare } = await import('./declare.ts')

  const told = await declare(url, '+84905123456', findCode)

  expect(complaints).toBe('')
  expect(told).toEqual({
    pass: expect.stringMatching(/^[1-9]\d{200,}$/),
    found: [true],
    withdrawnAt: expect.stringMatching(/^20/),
    refusedWith: 'session_required',
  })
})

/** What a program complains of; nothing when it ends well. */
function run(program: string, args: readonly string[]): string {
  try {
    execFileSync(program, args, { encoding: 'utf8' })
    return ''
  } catch (error) {
    return String(Object(error).stdout)
  }
}
