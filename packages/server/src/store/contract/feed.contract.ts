import { describe, expect, it } from 'vitest'
import type { DeliveryRow, FeedEventRow, NumberedEventRow, Store } from '../store.js'
import { fileWith } from './cases.setup.js'
import { makeDelivery, makeSubscriber } from './feed-rows.setup.js'
import {
  claimAnswer,
  day,
  makeDeclaration,
  minute,
  noConsequences,
  start,
  unique,
} from './rows.setup.js'

export function describeFeed(open: () => Store): void {
  const makeEvents = (of: ReturnType<typeof makeDeclaration>, at = start): FeedEventRow[] =>
    of.people.map(({ phoneIndex, declarationId, personId }) => ({
      eventId: unique('event'),
      type: 'declaration-filed',
      at,
      phoneIndex,
      declarationId,
      personId,
    }))

  async function readAll(from: number): Promise<NumberedEventRow[]> {
    const { feed } = open()
    await feed.numberEvents(1_000)
    return feed.findEvents(from, 1_000)
  }

  async function setup() {
    const store = open()
    await store.feed.numberEvents(1_000)
    const from = await store.feed.findLastPosition()
    let events: FeedEventRow[] = []
    const file = async (...people: string[]) => {
      const filed = await fileWith(store, { phoneIndex: unique('phone'), people }, (of) => {
        events = makeEvents(of)
        return { events }
      })
      return { filed, events }
    }
    return { store, feed: store.feed, from, file }
  }

  describe('the feed', () => {
    it('tells of each person of a declaration, in places without gaps', async () => {
      const { feed, from, file } = await setup()
      const first = await file(unique('person'), unique('person'))
      const second = await file(unique('person'))

      const found = await readAll(from)

      const expected = [...first.events, ...second.events]
      expect(found).toEqual(
        expected.map((event, index) => ({ ...event, position: from + 1 + index })),
      )
      expect(await feed.findEvents(from + 1, 1)).toEqual([found[1]])
      expect(await feed.findLastPosition()).toBe(from + 3)
      expect(await feed.numberEvents(10)).toBe(0)
    })

    it('keeps no event of a declaration that was not kept', async () => {
      const { store, from } = await setup()
      const filed = makeDeclaration({ phoneIndex: unique('phone'), people: [unique('person')] })
      const unclaimed = { principal: unique('none'), key: 'none', status: 201, sealed: 'k1.YQ' }
      const consequences = { ...noConsequences, events: makeEvents(filed) }

      const save = store.declarations.saveDeclaration(filed, unclaimed, consequences)

      await expect(save).rejects.toMatchObject({ name: 'LostClaim' })
      expect(await readAll(from)).toEqual([])
    })

    it('tells of a withdrawal once', async () => {
      const { store, file, from } = await setup()
      const { filed } = await file(unique('person'))
      const { phoneIndex, declarationId } = filed.declaration
      const withdraw = async () => {
        const events = makeEvents(filed, start + minute)
        const answer = await claimAnswer(store)
        const at = start + minute
        await store.declarations.withdrawDeclaration(phoneIndex, declarationId, at, answer, events)
        return events
      }

      const events = await withdraw()
      await withdraw()

      expect((await readAll(from + 1)).map(({ eventId }) => eventId)).toEqual(
        events.map(({ eventId }) => eventId),
      )
    })

    it('gives each event one place when twenty number at once', async () => {
      const { feed, from, file } = await setup()
      for (let index = 0; index < 10; index += 1) await file(unique('person'), unique('person'))

      await Promise.all(Array.from({ length: 20 }, () => feed.numberEvents(3)))

      const found = await readAll(from)
      expect(found.map(({ position }) => position)).toEqual(
        Array.from({ length: 20 }, (_, index) => from + 1 + index),
      )
      expect(new Set(found.map(({ eventId }) => eventId)).size).toBe(20)
    })

    it('is forgotten after 30 days', async () => {
      const { store, from, file } = await setup()
      await file(unique('person'))
      await readAll(from)

      await store.purge(start + 30 * day - 1)
      const before = await store.feed.findEvents(from, 10)
      await store.purge(start + 30 * day)

      expect(before).toHaveLength(1)
      expect(await store.feed.findEvents(from, 10)).toEqual([])
      expect(await store.feed.findLastPosition()).toBe(from + 1)
    })
  })

  describe('subscribers', () => {
    it('are found by key until they are disabled, once', async () => {
      const { feed } = await setup()
      const subscriber = makeSubscriber()
      await feed.addSubscriber(subscriber)

      const byKey = await feed.findSubscriberByKey(subscriber.keyHash)
      const disabled = [
        await feed.disableSubscriber(subscriber.subscriberId, start + 1),
        await feed.disableSubscriber(subscriber.subscriberId, start + 2),
      ]

      expect(byKey).toEqual(subscriber)
      expect(disabled).toEqual([true, false])
      expect(await feed.findSubscriberByKey(subscriber.keyHash)).toBeUndefined()
      expect(await feed.findSubscriber(subscriber.subscriberId)).toEqual({
        ...subscriber,
        disabledAt: start + 1,
      })
      expect(await feed.disableSubscriber(unique('nobody'), start)).toBe(false)
    })
  })

  describe('webhooks', () => {
    async function plan(...people: string[]) {
      const { store, feed, from, file } = await setup()
      for (const person of people) await file(person)
      const events = await readAll(from)
      const subscriber = makeSubscriber({ plannedPosition: from })
      const { subscriberId } = subscriber
      await feed.addSubscriber(subscriber)
      const rows = events.map((event) => makeDelivery(subscriberId, event))
      const to = from + events.length
      expect(await feed.planDeliveries(subscriberId, from, to, rows)).toBe(true)
      const claim = async (now: number, limit = 10) => {
        const claimed = await feed.claimDeliveries(subscriberId, now, now + minute, limit)
        return claimed.map(({ delivery }) => delivery)
      }
      return { store, feed, from, to, subscriberId, events, rows, claim }
    }
    const toPositions = (rows: readonly DeliveryRow[]) => rows.map(({ position }) => position)

    it('are planned once from one place', async () => {
      const { feed, from, to, subscriberId, rows } = await plan(unique('person'))

      const again = await feed.planDeliveries(subscriberId, from, to + 5, rows)

      expect(again).toBe(false)
      expect(await feed.countDeliveries(subscriberId)).toEqual({ waiting: 1, dead: 0 })
    })

    it('are offered by place with their events, each to one of twenty at a time', async () => {
      const people = Array.from({ length: 12 }, () => unique('person'))
      const { feed, subscriberId, events, claim } = await plan(...people)

      const first = await feed.claimDeliveries(subscriberId, start, start + minute, 2)
      const others = await Promise.all(Array.from({ length: 20 }, () => claim(start, 3)))
      const rest = await claim(start, 20)

      expect(first.map(({ event }) => event)).toEqual(events.slice(0, 2))
      expect(toPositions([...others.flat(), ...rest]).toSorted((a, b) => a - b)).toEqual(
        events.slice(2).map(({ position }) => position),
      )
    })

    it('of one person wait for one another', async () => {
      const [one, two] = [unique('person'), unique('person')]
      const { feed, from, claim } = await plan(one, one, two, one)

      const first = await claim(start)
      await feed.postponeDelivery(first[0]!, '503', start + 10)
      const second = await claim(start)
      const third = await claim(start + 10)
      await feed.finishDelivery(third[0]!, '200', start + 10)
      const fourth = await claim(start + 10)

      expect(toPositions(first)).toEqual([from + 1, from + 3])
      expect([second, toPositions(third), toPositions(fourth)]).toEqual([
        [],
        [from + 1],
        [from + 2],
      ])
      expect(third[0]).toMatchObject({ attempts: 2, lastOutcome: '503' })
    })

    it('of a process that died are offered again, and its late word is not heard', async () => {
      const { feed, claim } = await plan(unique('person'))
      const [died] = await claim(start)

      const early = await claim(start + minute - 1)
      const [taken] = await claim(start + minute)

      expect(early).toEqual([])
      expect(taken?.attempts).toBe(2)
      expect(await feed.finishDelivery(died!, '200', start)).toBe(false)
      expect(await feed.postponeDelivery(died!, '500', start)).toBe(false)
      expect(await feed.finishDelivery(taken!, '200', start)).toBe(true)
      expect(await feed.finishDelivery(taken!, '200', start)).toBe(false)
    })

    it('are given up when their time is over, listed, and tried again on demand', async () => {
      const person = unique('person')
      const { feed, subscriberId, rows, claim } = await plan(person, person)
      const [first] = await claim(start)
      await feed.postponeDelivery(first!, '404', start + 9)

      const late = await claim(rows[0]!.expiresAt)
      const died = await feed.closeDeliveries(rows[0]!.expiresAt)
      const dead = await feed.findDeadDeliveries(subscriberId, 0, 10)
      const later = await feed.findDeadDeliveries(subscriberId, dead[0]!.position, 10)
      const counted = await feed.countDeliveries(subscriberId)
      const at = rows[0]!.expiresAt + 1
      const revived = await feed.reviveDeliveries(subscriberId, at, at + minute)

      expect(late).toEqual([])
      expect(died).toBeGreaterThanOrEqual(2)
      expect(dead).toMatchObject([{ lastOutcome: '404', attempts: 1 }, { lastOutcome: null }])
      expect(later).toEqual([dead[1]])
      expect([counted, revived]).toEqual([{ waiting: 0, dead: 2 }, 2])
      expect(toPositions(await claim(at))).toEqual([dead[0]!.position])
    })

    it('to a disabled subscriber are dropped, and no more are planned', async () => {
      const { feed, subscriberId, to, claim } = await plan(unique('person'))

      await feed.disableSubscriber(subscriberId, start)

      expect(await claim(start)).toEqual([])
      expect(await feed.planDeliveries(subscriberId, to, to + 1, [])).toBe(false)
    })
  })
}
