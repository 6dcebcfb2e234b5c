import { expect, it } from 'vitest'
import type { LogEvent } from '../ports.js'
import { startWorker } from './start-worker.js'

it('says where a job failed, not what its error quotes, and goes on with the others', async () => {
  const logged: LogEvent[] = []
  const done: string[] = []
  const failure = Object.assign(new Error('duplicate key (CANARY)'), { code: '23505' })
  const app = {
    deliverMessages: async () => done.push('messages'),
    deliverFeed: () => Promise.reject(failure),
    refreshPartners: async () => void done.push('partners'),
    purge: async () => void done.push('purge'),
  }

  await startWorker(app, (event) => logged.push(event)).stop()

  expect(done).toEqual(['messages', 'partners', 'purge'])
  expect(logged).toMatchObject([{ event: 'job_failed', job: 'feed', sqlState: '23505' }])
  expect(logged[0]?.at).toContain('start-worker.test')
  expect(JSON.stringify(logged)).not.toContain('CANARY')
})
