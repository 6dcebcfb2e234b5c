import { describe, expect, it } from 'vitest'
import type { Vault } from '../vault.js'
import type { VaultSecrets } from './vault-secrets.js'

const bytes = (fill: number) => new Uint8Array(32).fill(fill)

export const secrets: VaultSecrets = {
  indexKey: bytes(1),
  otpKey: bytes(2),
  encryptionKeys: [{ id: 'k1', secret: bytes(3) }],
}
export const rotated: VaultSecrets = {
  ...secrets,
  encryptionKeys: [{ id: 'k2', secret: bytes(4) }, ...secrets.encryptionKeys],
}
export const person = { fullName: 'Nguyễn Thị Hoà', phone: '+84905123456', note: '🙂 \u0000' }

function flip(sealed: string, at: number): string {
  return sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
}

export function describeVault(name: string, createVault: (secrets: VaultSecrets) => Vault): void {
  const vault = createVault(secrets)

  describe(name, () => {
    it('opens what it sealed, under the same record only', async () => {
      const sealed = await vault.seal('record-1', person)

      expect(await vault.open('record-1', sealed)).toEqual(person)
      await expect(vault.open('record-2', sealed)).rejects.toThrow()
    })

    it('seals the same value to another text each time, none of which shows it', async () => {
      const sealed = await Promise.all([vault.seal('r', person), vault.seal('r', person)])

      expect(sealed[0]).not.toBe(sealed[1])
      expect(sealed[0]).toMatch(/^k1\.[\w-]+$/)
    })

    it('opens nothing that was changed, cut or is of another format', async () => {
      const sealed = await vault.seal('r', person)
      const wrong = [
        flip(sealed, 5),
        flip(sealed, 40),
        flip(sealed, sealed.length - 6),
        sealed.slice(0, 24),
        sealed.replace('k1', 'k9'),
        '',
        '.',
        'k1.',
        'plain text',
      ]

      const opened = await Promise.allSettled(wrong.map((text) => vault.open('r', text)))

      expect(opened.map(({ status }) => status)).toEqual(wrong.map(() => 'rejected'))
    })

    it('seals with the newest key and opens with all', async () => {
      const newer = createVault(rotated)
      const old = await vault.seal('r', person)

      expect(await newer.open('r', old)).toEqual(person)
      expect(await newer.seal('r', person)).toMatch(/^k2\./)
      await expect(vault.open('r', await newer.seal('r', person))).rejects.toThrow('k2')
    })

    it('indexes equal values equally, each kind apart', async () => {
      const [phone, again, subject, longer] = await Promise.all([
        vault.index('phone', '+84905123456'),
        vault.index('phone', '+84905123456'),
        vault.index('subject', '+84905123456'),
        vault.index('phone', '+849051234567'),
      ])

      expect(again).toBe(phone)
      expect(new Set([phone, subject, longer]).size).toBe(3)
      expect(phone).toMatch(/^[\w-]{43}$/)
    })

    it('binds a code to its challenge', async () => {
      const macs = await Promise.all([
        vault.macCode('challenge-1', '123456'),
        vault.macCode('challenge-1', '123456'),
        vault.macCode('challenge-2', '123456'),
        vault.macCode('challenge-1', '123457'),
      ])

      expect(new Set(macs).size).toBe(3)
      expect(macs[0]).toBe(macs[1])
    })

    it('refuses short secrets, no keys and two keys of one name', () => {
      const [key] = secrets.encryptionKeys
      const wrong: VaultSecrets[] = [
        { ...secrets, indexKey: new Uint8Array(8) },
        { ...secrets, encryptionKeys: [] },
        { ...secrets, encryptionKeys: [key!, key!] },
        { ...secrets, encryptionKeys: [{ ...key!, id: 'a.b' }] },
      ]

      for (const secretsGiven of wrong) expect(() => createVault(secretsGiven)).toThrow(TypeError)
    })
  })
}
