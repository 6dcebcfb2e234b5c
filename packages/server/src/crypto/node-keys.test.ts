import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { importSigner } from '@kbyt/sdk/qr/sign'
import { afterAll, describe, expect, it } from 'vitest'
import { openKeys } from './node-open-keys.js'
import { rotateEncryptionKey, rotateSigningKey } from './node-rotate-keys.js'
import { createNodeVault } from './node-vault.js'

const root = await mkdtemp(join(tmpdir(), 'kbyt-keys-'))
afterAll(() => rm(root, { recursive: true, force: true }))

const day = 86_400_000
const now = Date.UTC(2021, 2, 3)
const files = ['encryption.json', 'index.json', 'otp.json', 'root.json', 'signing.json']

async function setup() {
  const parent = await mkdtemp(join(root, 'data-'))
  const directory = join(parent, 'deep', 'keys')
  return { parent, directory, keys: await openKeys(directory, now) }
}
const modeOf = async (path: string) => (await stat(path)).mode & 0o777

describe('keys on disk', () => {
  it('are made at the first start, for their owner alone, and found again', async () => {
    const { directory, keys } = await setup()

    const modes = await Promise.all(files.map((name) => modeOf(join(directory, name))))

    expect((await readdir(directory)).sort()).toEqual(files)
    expect(await modeOf(directory)).toBe(0o700)
    expect(modes).toEqual(files.map(() => 0o600))
    expect(await openKeys(directory, now)).toEqual(keys)
  })

  it('serve a signer and a vault', async () => {
    const { keys } = await setup()

    const signer = await importSigner(keys.signingKey)
    const vault = createNodeVault(keys.secrets)

    expect(signer.kid).toBe(keys.signingKey.kid)
    expect(keys.rootKey.kid).not.toBe(signer.kid)
    expect(await vault.open('r', await vault.seal('r', [1]))).toEqual([1])
  })

  it('are the same for processes that start together', async () => {
    const parent = await mkdtemp(join(root, 'data-'))

    const opened = await Promise.all([1, 2, 3, 4].map(() => openKeys(join(parent, 'keys'), now)))

    expect(new Set(opened.map(({ signingKey }) => signingKey.kid)).size).toBe(1)
    expect(await readdir(parent)).toEqual(['keys'])
  })

  it('are refused when others can read them', async () => {
    const { directory } = await setup()
    const path = join(directory, 'otp.json')
    await chmod(path, 0o640)

    await expect(openKeys(directory)).rejects.toThrow(`chmod 600 ${path}`)
    await chmod(path, 0o600)
    await chmod(directory, 0o755)
    await expect(openKeys(directory)).rejects.toThrow(`chmod 700 ${directory}`)
  })

  it('are not made anew when one is missing', async () => {
    const { directory } = await setup()
    await rm(join(directory, 'index.json'))

    await expect(openKeys(directory)).rejects.toThrow('index.json is missing')
    expect(await readdir(directory)).toHaveLength(files.length - 1)
  })

  it('stay the server’s where root rotates them, and are refused where another user’s', async () => {
    const { directory } = await setup()
    const isRoot = process.getuid?.() === 0
    const uid = isRoot ? 65_534 : (await stat(directory)).uid
    await chown(directory, uid, -1)

    await rotateSigningKey(directory)
    const path = join(directory, 'signing.json')
    const rotated = await stat(path)
    await rm(path)
    await mkdir(path, { mode: 0o700 }) // not to be read by root either

    expect(rotated.uid).toBe(uid)
    await expect(openKeys(directory)).rejects.toThrow(`${path} cannot be opened by this user`)
  })

  it('are refused when damaged, without a word of what the file holds', async () => {
    const { directory, keys } = await setup()
    const path = join(directory, 'signing.json')
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -20))

    const error = await openKeys(directory).catch((thrown) => thrown)

    expect(String(error)).toContain('signing.json is no JSON')
    expect(inspect(error)).not.toContain(keys.signingKey.d)
  })
})

describe('rotating the signing key', () => {
  it('publishes the old public half as long as its passes may be shown', async () => {
    const { directory, keys } = await setup()

    const publicKey = await rotateSigningKey(directory, { nowMs: now, keepMs: 30 * day })

    const after = await openKeys(directory, now + 30 * day - 1)
    const { d: _secret, ...old } = keys.signingKey
    expect(after.signingKey).toMatchObject(publicKey)
    expect(after.signingKey.kid).not.toBe(keys.signingKey.kid)
    expect(after.otherKeys).toEqual([old])
    expect((await openKeys(directory, now + 30 * day)).otherKeys).toEqual([])
    expect(await readFile(join(directory, 'signing.json'), 'utf8')).not.toContain(keys.signingKey.d)
  })

  it('keeps several, newest first, and leaves the mode alone', async () => {
    const { directory, keys } = await setup()
    const second = await rotateSigningKey(directory, { nowMs: now })
    await rotateSigningKey(directory, { nowMs: now })

    const { otherKeys } = await openKeys(directory, now)

    expect(otherKeys.map(({ kid }) => kid)).toEqual([second.kid, keys.signingKey.kid])
    expect(await modeOf(join(directory, 'signing.json'))).toBe(0o600)
    expect((await readdir(directory)).sort()).toEqual(files)
  })
})

describe('rotating the encryption key', () => {
  it('seals with the new key and opens what the old one sealed', async () => {
    const { directory, keys } = await setup()
    const sealed = await createNodeVault(keys.secrets).seal('r', 'old')

    await rotateEncryptionKey(directory, { nowMs: now })

    const { secrets } = await openKeys(directory)
    const vault = createNodeVault(secrets)
    const [newest] = secrets.encryptionKeys
    expect(await vault.open('r', sealed)).toBe('old')
    expect(await vault.seal('r', 'new')).toContain(`${newest?.id}.`)
    expect(secrets.encryptionKeys).toHaveLength(2)
  })
})
