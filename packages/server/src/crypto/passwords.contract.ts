import { describe, expect, it } from 'vitest'
import type { Passwords } from '../ports.js'

export function describePasswords(name: string, passwords: Passwords): void {
  describe(name, () => {
    it('knows a password again and no other', async () => {
      const hash = await passwords.hash('Trạm Phú Bài 2021')

      expect(await passwords.verify(hash, 'Trạm Phú Bài 2021')).toBe(true)
      expect(await passwords.verify(hash, 'Trạm Phú Bài 2022')).toBe(false)
      expect(await passwords.verify(hash, '')).toBe(false)
    })

    it('takes a password in whichever form the keyboard composed it', async () => {
      const hash = await passwords.hash('Phú Bài'.normalize('NFD'))

      expect(await passwords.verify(hash, 'Phú Bài'.normalize('NFC'))).toBe(true)
    })

    it('hashes one password twice to two texts, neither of which shows it', async () => {
      const hashes = await Promise.all([passwords.hash('phubai'), passwords.hash('phubai')])

      expect(hashes[0]).not.toBe(hashes[1])
      expect(hashes.join()).not.toContain('phubai')
    })

    it('rejects what is no hash instead of calling the password wrong', async () => {
      await expect(passwords.verify('phubai', 'phubai')).rejects.toThrow()
      await expect(passwords.verify('', '')).rejects.toThrow()
    })
  })
}
