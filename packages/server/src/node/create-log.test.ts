import { expect, it } from 'vitest'
import { createLog } from './create-log.js'

function setup(level: 'info' | 'warn' | 'error' | 'silent') {
  const lines: string[] = []
  const log = createLog({ level, node: 'one' }, { write: (line: string) => lines.push(line) })
  return { log, read: () => lines.map((line) => JSON.parse(line)) }
}

it('writes one line of JSON per event, with its instant and the name of the node', () => {
  const { log, read } = setup('info')

  log({ level: 'info', event: 'request', endpoint: 'getConfig', status: 200 })

  const [line] = read()
  expect(line).toMatchObject({
    level: 'info',
    event: 'request',
    endpoint: 'getConfig',
    node: 'one',
  })
  expect(Date.parse(line.time)).toBeGreaterThan(0)
})

it('leaves out what is less grave than its level', () => {
  const { log, read } = setup('warn')

  for (const level of ['info', 'warn', 'error'] as const) log({ level, event: level })

  expect(read().map(({ event }) => event)).toEqual(['warn', 'error'])
})

it('says nothing when it is silent', () => {
  const { log, read } = setup('silent')

  log({ level: 'error', event: 'job_failed' })

  expect(read()).toEqual([])
})
