import fc from 'fast-check'
import type { Guess } from './rules.setup.js'
import { type Fate, fates } from './wire.setup.js'
import type { World } from './world.setup.js'

const second = 1_000
const minute = 60 * second

/** One thing that happens. It prints as what it is, so that a failing history can be read. */
export interface Act {
  readonly happen: (world: World) => Promise<void>
  readonly toString: () => string
}

const toAct = (name: string, happen: Act['happen']): Act => ({ happen, toString: () => name })

// The first is the one that a history returns to.
const tabNumber = fc.constantFrom(0, 0, 1, 2)
const phoneNumber = fc.constantFrom(0, 0, 0, 1)
const age = fc.constantFrom(0, 0, 0, 1)
/** Three losses in a row are one more than the SDK tries again. */
const fateList: fc.Arbitrary<readonly Fate[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constantFrom(...fates).map((fate): Fate[] => [fate]) },
  { weight: 1, arbitrary: fc.constant<Fate[]>(['reply-lost', 'request-lost', 'reply-lost']) },
)

const request = fc.tuple(tabNumber, phoneNumber, fateList).map(([tab, phone, callFates]) =>
  toAct(`tab ${tab} asks for phone ${phone}: ${callFates}`, async (world) => {
    const page = world.tabs[tab]
    if (!page) return
    page.asked = {
      call: 'request',
      network: page.network,
      phone: world.phones[phone] ?? '',
      key: crypto.randomUUID(),
    }
    await world.call({ tab: page, arrival: page.asked, fates: callFates })
  }),
)

const repeat = fc.tuple(tabNumber, fc.boolean()).map(([tab, isTwice]) =>
  toAct(`tab ${tab} asks the same again${isTwice ? ', twice at once' : ''}`, async (world) => {
    const page = world.tabs[tab]
    if (!page?.asked) return
    const call = { tab: page, arrival: page.asked }
    await world.call(call, ...(isTwice ? [call] : []))
  }),
)

const resend = fc.tuple(tabNumber, age, fateList, fc.boolean()).map(([tab, back, fate, isTwice]) =>
  toAct(`tab ${tab} wants another code, ${back} back: ${fate} ${isTwice}`, async (world) => {
    const [page, found] = [world.tabs[tab], findCodes(world, back)]
    if (!page || !found) return
    const { challengeId } = found
    const arrival = { call: 'resend', network: page.network, challengeId } as const
    const call = { tab: page, arrival }
    await world.call(...(isTwice ? [call, call] : [{ ...call, fates: fate }]))
    // Of two at once the second may or may not have taken its place among the sends.
    world.isOver = isTwice
  }),
)

const kinds = ['right', 'right', 'old', 'wrong', 'other'] as const
type Kind = (typeof kinds)[number]

function findCodes({ codes }: World, back: number) {
  const [challengeId, list = []] = [...codes].at(-1 - back) ?? []
  return challengeId === undefined ? undefined : { challengeId, codes: list }
}

function makeGuess(world: World, back: number, kind: Kind, network: string): Guess | undefined {
  const found = findCodes(world, back)
  if (!found) return undefined
  const { challengeId, codes } = found
  const right = codes.at(-1) ?? ''
  const code = {
    right,
    old: codes[0] ?? right,
    wrong: String((Number(right) + 1) % 1_000_000).padStart(6, '0'),
    other: findCodes(world, back + 1)?.codes.at(-1) ?? '1',
  }[kind]
  return { call: 'verify', network, challengeId, code, isRight: code === right }
}

const verify = fc
  .tuple(tabNumber, age, fc.constantFrom(...kinds), fateList)
  .map(([tab, back, kind, callFates]) =>
    toAct(`tab ${tab} enters the ${kind} code, ${back} back: ${callFates}`, async (world) => {
      const page = world.tabs[tab]
      const arrival = page && makeGuess(world, back, kind, page.network)
      if (arrival) await world.call({ tab: page, arrival, fates: callFates })
    }),
  )

const verifyTogether = fc
  .tuple(age, fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 6 }))
  .map(([back, guesses]) =>
    toAct(`two tabs enter at once ${guesses}, ${back} back`, async (world) => {
      const calls = guesses.flatMap((kind, index) => {
        const page = world.tabs[index % 2]
        const arrival = page && makeGuess(world, back, kind, page.network)
        return arrival ? [{ tab: page, arrival }] : []
      })
      if (calls.length > 0) await world.call(...calls)
    }),
  )

/** The tab, or the next one with a session. */
const findSignedIn = ({ tabs }: World, tab: number) =>
  [...tabs.slice(tab), ...tabs].find(({ token }) => token !== undefined)

const use = fc.tuple(tabNumber, fateList).map(([tab, callFates]) =>
  toAct(`tab ${tab} or the next uses its session: ${callFates}`, async (world) => {
    const page = findSignedIn(world, tab)
    if (!page?.token) return
    const arrival = { call: 'use', network: page.network, token: page.token } as const
    await world.call({ tab: page, arrival, fates: callFates })
  }),
)

const end = fc.tuple(tabNumber, fateList).map(([tab, callFates]) =>
  toAct(
    `tab ${tab} or the next ends its session, tab 2 has a copy: ${callFates}`,
    async (world) => {
      const [page, other] = [findSignedIn(world, tab), world.tabs[2]]
      if (!page?.token || !other) return
      if (page !== other) world.tabs[2] = page.duplicate(other.network)
      const arrival = { call: 'end', network: page.network, token: page.token } as const
      await world.call({ tab: page, arrival, fates: callFates })
    },
  ),
)

const reload = tabNumber.map((tab) =>
  toAct(`tab ${tab} is loaded anew`, async (world) => world.tabs[tab]?.reload()),
)

const passing = [59, 60, 120, 240, 299.999, 0.001, 300, 300, 600, 1_800, 86_400]
const pass = fc
  .constantFrom(...passing)
  .map((seconds) =>
    toAct(`${seconds} s pass`, async ({ backend }) => backend.clock.pass(seconds * second)),
  )

const jump = fc.constantFrom(-10, -10, -24 * 60, 10).map((minutes) =>
  toAct(`the clock jumps ${minutes} min`, async (world) => {
    world.backend.clock.jump(minutes * minute)
    // A tick of the server, which thereby sees the jump.
    await world.readMessages()
  }),
)

const before = fc
  .tuple(phoneNumber, fc.constantFrom(4, 9), fc.constantFrom(0, 0, 19, 20, 99, 100))
  .map(([which, sends, guesses]) =>
    toAct(`others asked ${sends}, guessed ${guesses} times, phone ${which}`, async (world) => {
      const { rules, backend } = world
      const { now } = backend.clock.moment
      const phone = world.phones[which] ?? ''
      const network = guesses > 20 ? '203.0.113.9' : '192.0.2.1'
      if (guesses > 0) {
        await backend.countWrong(phone, network, guesses)
        rules.countWrong(phone, network, now, guesses)
      } else {
        await backend.countSends(phone, sends)
        rules.countSends(phone, now, sends)
      }
    }),
  )

/** What may happen between two phones and a server. */
export const historyArbitrary: fc.Arbitrary<readonly Act[]> = fc
  .tuple(
    request,
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: request },
        { weight: 2, arbitrary: repeat },
        { weight: 3, arbitrary: resend },
        { weight: 5, arbitrary: verify },
        { weight: 3, arbitrary: verifyTogether },
        { weight: 3, arbitrary: use },
        { weight: 2, arbitrary: end },
        { weight: 1, arbitrary: reload },
        { weight: 6, arbitrary: pass },
        { weight: 2, arbitrary: jump },
        { weight: 2, arbitrary: before },
      ),
      { maxLength: 8, size: 'max' },
    ),
  )
  .map(([first, others]) => [first, ...others])
