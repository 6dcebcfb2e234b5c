import { describe, expect, it } from 'vitest'
import { createWebVault } from './create-web-vault.js'
import { createNodeVault } from './node-vault.js'
import { describeVault, person, rotated, secrets } from './vault.contract.js'
import { createWebVaultOf } from './web-vault.js'

describeVault('the vault on Node', createNodeVault)
describeVault('the vault on WebCrypto', createWebVaultOf)

describe('both vaults', () => {
  it('open what the other sealed', async () => {
    const node = createNodeVault(rotated)
    const web = createWebVaultOf(rotated)

    expect(await web.open('r', await node.seal('r', person))).toEqual(person)
    expect(await node.open('r', await web.seal('r', person))).toEqual(person)
  })

  it('make the same indexes and codes', async () => {
    const node = createNodeVault(secrets)
    const web = createWebVaultOf(secrets)

    expect(await web.index('document', 'cccd\u0000046190000123')).toBe(
      await node.index('document', 'cccd\u0000046190000123'),
    )
    expect(await web.macCode('c', '000000')).toBe(await node.macCode('c', '000000'))
  })
})

describe('a vault of one secret', () => {
  it('derives keys that say nothing about each other', async () => {
    const vault = createWebVault(new Uint8Array(32).fill(7))

    expect(await vault.open('r', await vault.seal('r', person))).toEqual(person)
    expect(await vault.index('phone', 'x')).not.toBe(await vault.macCode('phone', 'x'))
  })

  it('refuses a short one', () => {
    expect(() => createWebVault(new Uint8Array(4))).toThrow(TypeError)
  })
})
