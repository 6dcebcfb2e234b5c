import { expect, it } from 'vitest'
import type { OutboxStore } from './outbox-store.js'

/** What every store promises; `open` opens the same one again, `openNew` one that nobody has used. */
export function describeOutboxStore(
  openNew: () => { store: OutboxStore; open: () => OutboxStore },
) {
  it('begins empty', async () => {
    const { store } = openNew()

    expect(await store.load()).toEqual({ entries: [], pause: undefined })
  })

  it('keeps what was added, in order, for whoever opens it next', async () => {
    const { store, open } = openNew()
    await Promise.all(['a', 'b', 'c'].map((text) => store.add({ text })))

    const { entries } = await open().load()

    expect(entries.map(({ value }) => value)).toEqual([{ text: 'a' }, { text: 'b' }, { text: 'c' }])
  })

  it('replaces an entry in its place', async () => {
    const { store, open } = openNew()
    await store.add('a')
    await store.add('b')
    const [first] = (await store.load()).entries

    await store.replace(first!.position, 'A')

    expect((await open().load()).entries.map(({ value }) => value)).toEqual(['A', 'b'])
  })

  it('does not bring a removed entry back by replacing it', async () => {
    const { store } = openNew()
    await store.add('a')
    const [first] = (await store.load()).entries
    await store.remove([first!.position])

    await store.replace(first!.position, 'A')

    expect((await store.load()).entries).toEqual([])
  })

  it('gives no number twice, whatever was removed', async () => {
    const { store, open } = openNew()
    await store.add('a')
    const [first] = (await store.load()).entries
    await store.remove([first!.position])

    await open().add('b')

    const [second] = (await open().load()).entries
    expect(second!.position).toBeGreaterThan(first!.position)
  })

  it('keeps a pause until it is taken back', async () => {
    const { store, open } = openNew()
    await store.setPause({ setAt: 1, until: 2 })
    expect((await open().load()).pause).toEqual({ setAt: 1, until: 2 })

    await store.setPause(undefined)

    expect((await open().load()).pause).toBeUndefined()
  })

  it('keeps what it was given, not what became of it', async () => {
    const { store } = openNew()
    const value = { text: 'a' }
    await store.add(value)

    value.text = 'b'

    expect((await store.load()).entries).toMatchObject([{ value: { text: 'a' } }])
  })

  it('tells of each change until it need not', async () => {
    const { store } = openNew()
    let count = 0
    const stop = store.watch(() => {
      count += 1
    })
    await store.add('a')
    expect(count).toBeGreaterThan(0)
    const before = count
    stop()

    await store.add('b')

    expect(count).toBe(before)
  })
}
