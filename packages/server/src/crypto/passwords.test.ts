import { describe, expect, it } from 'vitest'
import { createPasswords } from './node-passwords.js'
import { describePasswords } from './passwords.contract.js'
import { createWebPasswords } from './web-passwords.js'

describePasswords('argon2id passwords', createPasswords())
describePasswords("the mock's passwords", createWebPasswords())

describe('an argon2id hash', () => {
  it('is a PHC string that names its cost', async () => {
    const hash = await createPasswords().hash('phubai')

    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  })

  it('made elsewhere at another cost is verified at that cost', async () => {
    // A known answer of the reference implementation (its test.c).
    const hash =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'

    expect(await createPasswords().verify(hash, 'password')).toBe(true)
  })
})
