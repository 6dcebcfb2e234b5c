import { copyFile, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { rotateEncryptionKey, rotateSigningKey } from '../crypto/node-rotate-keys.js'
import { openBackend } from './open-backend.js'

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-node-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

it('finds sessions, declarations and keys again after a restart', async () => {
  const dataDir = await makeFolder()
  const options = { dataDir, environment: 'development' as const, origins: [], log: () => {} }
  const first = await openBackend(options)
  const jwks = await first.app.request('http://localhost/.well-known/jwks.json')
  await first.addOfficer({
    username: 'ga-hue',
    password: 'mot-mat-khau-dai',
    displayName: 'An',
    role: 'checkpoint',
    areas: ['46'],
  })
  await first.close()

  const second = await openBackend(options)
  const login = await second.app.request('http://localhost/v1/officers/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'GA-HUE', password: 'mot-mat-khau-dai' }),
  })
  const jwksAgain = await second.app.request('http://localhost/.well-known/jwks.json')
  await second.close()

  expect(login.status).toBe(201)
  expect(await jwksAgain.json()).toEqual(await jwks.json())
})

it('refuses a database whose keys are gone, and makes no new ones', async () => {
  const dataDir = await makeFolder()
  const keys = join(dataDir, 'keys')
  const options = { dataDir, environment: 'development' as const, origins: [], log: () => {} }
  await (await openBackend(options)).close()
  await rename(keys, `${keys}-safe`)

  await expect(openBackend(options)).rejects.toThrow(/keys is missing.*back from a backup/)
  expect(await readdir(dataDir)).not.toContain('keys')

  await rename(`${keys}-safe`, keys)
  await (await openBackend(options)).close()
})

it.each(['index.json', 'encryption.json'])('refuses the %s of another database', async (name) => {
  const dataDir = await makeFolder()
  const otherDir = await makeFolder()
  const options = { environment: 'development' as const, origins: [], log: () => {} }
  await (await openBackend({ ...options, dataDir })).close()
  await (await openBackend({ ...options, dataDir: otherDir })).close()
  await copyFile(join(otherDir, 'keys', name), join(dataDir, 'keys', name))

  const opening = openBackend({ ...options, dataDir })

  await expect(opening).rejects.toThrow(`${join(dataDir, 'keys')}: The database was written with`)
})

it('takes its keys after a rotation', async () => {
  const dataDir = await makeFolder()
  const options = { dataDir, environment: 'development' as const, origins: [], log: () => {} }
  await (await openBackend(options)).close()
  await rotateEncryptionKey(join(dataDir, 'keys'))
  await rotateSigningKey(join(dataDir, 'keys'))

  const backend = await openBackend(options)

  await backend.close()
})
