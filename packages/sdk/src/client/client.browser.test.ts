import { afterEach, expect, it } from 'vitest'
import { getConfig } from '../config/get-config.js'
import { createBrowserSession } from './create-browser-session.js'
import { createClient } from './create-client.js'
import { session } from './fake-fetch.setup.js'

const here = createClient({ baseUrl: '/' })

afterEach(() => {
  sessionStorage.clear()
})

it('takes a relative base URL for the origin of the page', () => {
  expect(here.baseUrl).toBe(location.origin)
})

it('keeps a session in sessionStorage and finds it again', () => {
  createBrowserSession(sessionStorage).save(session)

  expect(createBrowserSession(() => sessionStorage).load()).toEqual(session)
})

it('keeps a session in memory when sessionStorage is full', () => {
  const keeper = createBrowserSession(sessionStorage)
  fill(sessionStorage)

  keeper.save(session)

  expect(keeper.load()).toEqual(session)
  expect(sessionStorage.getItem('kbyt.session')).toBeNull()
})

/** Leaves room for nothing. */
function fill(storage: Storage) {
  for (let size = 2 ** 20; size >= 1; size /= 2) {
    for (let count = 0; count < 100; count += 1) {
      try {
        storage.setItem(`${size}-${count}`, 'x'.repeat(size))
      } catch {
        break
      }
    }
  }
}

it('calls a port where nobody listens being offline', async () => {
  const closed = createClient({ baseUrl: 'http://127.0.0.1:1' })

  await expect(getConfig(closed)).rejects.toMatchObject({ code: 'offline' })
})

it('stops a real fetch with the reason of the signal', async () => {
  const controller = new AbortController()
  const reason = new Error('left the page')

  const calling = getConfig(here, { signal: controller.signal })
  controller.abort(reason)

  await expect(calling).rejects.toBe(reason)
})
