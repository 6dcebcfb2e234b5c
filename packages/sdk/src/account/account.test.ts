import { expect, it, vi } from 'vitest'
import { hourMs, setupMyQr } from '../qr/my-qr.setup.js'
import { now } from '../qr/qr.setup.js'
import { signGrant } from '../qr/sign.js'
import { verifyMyQr } from '../qr/verify-my-qr.js'
import { testHolderStore } from './account.contract.js'
import {
  createMemoryHolderStore,
  createMyQr,
  type DrawnQr,
  openHolderKey,
  redrawMyQr,
} from './index.js'

testHolderStore('memory', createMemoryHolderStore)

async function setupWeek() {
  const setup = await setupMyQr()
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => now + day * 24 * hourMs)
  const grants = await Promise.all(
    days.map((notBefore, day) =>
      signGrant(setup.signer, { ...setup.facts, notBefore, grantId: `00c0ffee0000000${day}` }),
    ),
  )
  return { ...setup, grants: grants.reverse() }
}

it.each([
  ['the first day', 0, '00c0ffee00000000'],
  ['the third day', 2 * 24, '00c0ffee00000002'],
  ['the last hour', 7 * 24 - 1, '00c0ffee00000006'],
])('draws from the grant in force: %s', async (_, hours, grantId) => {
  const { grants, holderKey, trust } = await setupWeek()
  const at = now + hours * hourMs

  const text = await createMyQr({ grants, holderKey }, { now: at })

  expect((await verifyMyQr(text, { trust, now: at })).grantId).toBe(grantId)
})

it('asks for new grants once the last one is over, or before the first begins', async () => {
  const { grants, holderKey } = await setupWeek()

  const answers = await Promise.allSettled([
    createMyQr({ grants, holderKey }, { now: now + 7 * 24 * hourMs }),
    createMyQr({ grants, holderKey }, { now: now - hourMs }),
  ])

  expect(answers).toMatchObject([
    { status: 'rejected', reason: { code: 'qr_expired' } },
    { status: 'rejected', reason: { code: 'qr_not_yet_valid' } },
  ])
})

it('draws on a device whose clock is a little behind', async () => {
  const { grants, holderKey } = await setupWeek()

  expect(await createMyQr({ grants, holderKey }, { now: now - 20_000 })).toMatch(/^\d+$/)
})

it('draws nothing from the grants of another device', async () => {
  const { grants } = await setupWeek()
  const holderKey = await openHolderKey(createMemoryHolderStore())

  const drawn = createMyQr({ grants, holderKey }, { now })

  await expect(drawn).rejects.toMatchObject({ code: 'qr_unknown_key' })
})

it.each(['', 'a.b.c', 'x', '..', 'a.b.c.d'])('calls %j no grant', async (grant) => {
  const { holderKey } = await setupWeek()

  const drawn = createMyQr({ grants: [grant], holderKey }, { now })

  await expect(drawn).rejects.toMatchObject({ code: 'qr_malformed' })
})

it('draws now by the clock of the machine', async () => {
  const { signer, facts, holderKey, trust } = await setupMyQr()
  const grants = [await signGrant(signer, { ...facts, notBefore: Date.now() })]

  const text = await createMyQr({ grants, holderKey })

  expect((await verifyMyQr(text, { trust })).grantId).toBe(facts.grantId)
})

it('redraws every 30 seconds, says when nothing is in force, and stops', async () => {
  vi.useFakeTimers({ now, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  try {
    const { signer, facts, holderKey } = await setupMyQr()
    const grant = await signGrant(signer, { ...facts, notBefore: now, validHours: 1 })
    const drawn: DrawnQr[] = []
    const onDraw = (qr: DrawnQr) => void drawn.push(qr)

    const stop = redrawMyQr({ grants: [grant], holderKey, onDraw })
    await vi.waitFor(() => expect(drawn).toHaveLength(1))
    await vi.advanceTimersByTimeAsync(30_000)
    await vi.waitFor(() => expect(drawn).toHaveLength(2))
    vi.setSystemTime(now + hourMs)
    await vi.advanceTimersByTimeAsync(30_000)
    await vi.waitFor(() => expect(drawn).toHaveLength(3))
    stop()
    await vi.advanceTimersByTimeAsync(300_000)

    const [first, second, third] = drawn
    expect(first).toMatchObject({ state: 'shown', redrawAt: now + 30_000 })
    expect(second).toMatchObject({ state: 'shown' })
    expect(second).not.toEqual(first)
    expect(third).toMatchObject({ state: 'missing', error: { code: 'qr_expired' } })
    expect(drawn).toHaveLength(3)
  } finally {
    vi.useRealTimers()
  }
})
