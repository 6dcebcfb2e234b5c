import { lookUpInsurance } from '@kbyt/sdk/insurance'
import { describe, expect, it } from 'vitest'
import { openCitizen, ownOrigin, phone, setup as setupBackend, signIn } from '../backend.setup.js'
import { codeOf } from '../code-of.setup.js'
import type { InsuranceDirectory } from '../ports.js'
import { createHttpInsurance } from './create-http-insurance.js'
import { createListedInsurance } from './create-listed-insurance.js'

const thao = { fullName: 'Nguyễn Thị Phương Thảo', bornOn: '1990-05-20', gender: 'female' as const }
const cards = [{ cardNumber: 'DN4464612345678', ...thao }]
const hour = 3_600_000

async function setup(insurance: InsuranceDirectory | undefined = createListedInsurance(cards)) {
  const backend = await setupBackend(insurance ? { insurance } : {})
  const open = async (to = phone) => (await openCitizen(backend, to)).client
  return { ...backend, open, client: await open() }
}

const asked = { cardNumber: '4612345678', birthYear: 1990 }

describe('the look-up of an insurance card', () => {
  it.each(['4612345678', 'DN4464612345678', 'TE1464612345678'])(
    'finds the holder of %s by the number that stays for life',
    async (cardNumber) => {
      const { client } = await setup()

      expect(await lookUpInsurance(client, { cardNumber, birthYear: 1990 })).toEqual(thao)
    },
  )

  it('tells no card and another birth year alike', async () => {
    const { client } = await setup()

    const codes = [
      await codeOf(lookUpInsurance(client, { ...asked, cardNumber: '4612345679' })),
      await codeOf(lookUpInsurance(client, { ...asked, birthYear: 1991 })),
    ]

    expect(codes).toEqual(['insurance_not_found', 'insurance_not_found'])
  })

  it('is answered 5 times an hour per phone, whatever comes out', async () => {
    const { client, open, clock } = await setup()
    const wrong = { ...asked, birthYear: 1991 }
    for (let time = 0; time < 5; time += 1) await codeOf(lookUpInsurance(client, wrong))

    const sixth = await codeOf(lookUpInsurance(client, asked))
    const other = await codeOf(lookUpInsurance(await open('+84912345678'), asked))
    clock.at += hour
    const later = await codeOf(lookUpInsurance(await open(), asked))

    expect([sixth, other, later]).toEqual(['rate_limited', 'none', 'none'])
  })

  it('is for proven phones', async () => {
    const { createTestClient } = await setup()

    expect(await codeOf(lookUpInsurance(createTestClient(), asked))).toBe('session_required')
  })

  it('says so where the portal asks no insurer, or the insurer fails', async () => {
    const silent: InsuranceDirectory = { name: 'x', find: () => Promise.reject(new Error('down')) }
    const none = await setupBackend()
    const { authorization } = await signIn(none)
    const answer = await none.app.request(`${ownOrigin}/v1/insurance/lookups`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    })
    const { client, logged } = await setup(silent)

    expect(answer.status).toBe(503)
    expect(await codeOf(lookUpInsurance(client, asked))).toBe('insurance_unavailable')
    expect(JSON.stringify(logged)).not.toContain('4612345678')
  })

  it('takes no answer of another shape', async () => {
    const { client } = await setup(answering({ ...thao, bornOn: '31/12/1990' }))

    expect(await codeOf(lookUpInsurance(client, asked))).toBe('insurance_unavailable')
  })
})

function answering(body: unknown, status = 200, seen: unknown[] = []): InsuranceDirectory {
  const fetch: typeof globalThis.fetch = async (url, init) => {
    seen.push([url, init?.headers, init?.redirect, init?.body])
    return new Response(JSON.stringify(body), { status })
  }
  return createHttpInsurance({ url: 'https://bhxh.example/lookups', token: 'secret', fetch })
}

describe('an insurer over HTTP', () => {
  const card = { cardNumber: 'DN4464612345678', bhxhNumber: '4612345678' }
  const options = { signal: AbortSignal.timeout(5_000) }

  it('gets the card with the token, and no redirect is followed', async () => {
    const seen: unknown[] = []

    const person = await answering(thao, 200, seen).find(card, options)

    expect(person).toEqual(thao)
    expect(seen).toEqual([
      [
        'https://bhxh.example/lookups',
        expect.objectContaining({ authorization: 'Bearer secret' }),
        'error',
        JSON.stringify(card),
      ],
    ])
  })

  it('reads no more of an answer than one person takes', async () => {
    let pulls = 0
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          pulls += 1
          controller.enqueue(new Uint8Array(10_000).fill(32))
        },
      })
    const insurance = createHttpInsurance({
      url: 'https://bhxh.example/lookups',
      fetch: async () => new Response(body()),
    })

    await expect(insurance.find(card, options)).rejects.toMatchObject({ code: 'body_too_large' })
    expect(pulls).toBeLessThan(6)
  })

  it('knows nobody by 404, and fails by anything else', async () => {
    await expect(answering({}, 404).find(card, options)).resolves.toBeUndefined()
    await expect(answering(thao, 500).find(card, options)).rejects.toThrow()
    await expect(answering('x'.repeat(20_001)).find(card, options)).rejects.toThrow()
  })

  it('is never asked in the clear', () => {
    expect(() => createHttpInsurance({ url: 'http://bhxh.example/lookups' })).toThrow(TypeError)
  })
})
