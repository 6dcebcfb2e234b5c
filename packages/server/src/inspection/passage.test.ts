import { recordPassage } from '@kbyt/sdk/inspection'
import { describe, expect, it } from 'vitest'
import { declare } from '../backend.setup.js'
import { codeOf } from '../code-of.setup.js'
import { makeEntry } from '../entry.setup.js'
import { setup } from './results.setup.js'

describe('passing a post', () => {
  it('keeps the first moment', async () => {
    const { backend, clock, openHolder, officer, findOne } = await setup()
    await declare(backend, (await openHolder()).headers, makeEntry())
    const { inspectionId, person } = await findOne('entry')
    const found = { inspectionId, personId: person!.personId }

    const first = await recordPassage(officer, found)
    clock.at += 60_000
    const second = await recordPassage(officer, found)

    expect(second).toEqual(first)
    expect((await findOne('entry')).person?.passedAt).toBe(first.passedAt)
  })

  it('is not for who is not expected, nor for officers of a ward', async () => {
    const { backend, openHolder, officer, openOfficer, findOne } = await setup()
    await declare(backend, (await openHolder()).headers)
    const ward = await openOfficer('ward', { areas: ['19777'] })
    const here = await findOne('domestic')
    const there = await findOne('domestic', ward)
    const toFound = ({ inspectionId, person }: typeof here) => ({
      inspectionId,
      personId: person!.personId,
    })

    expect(await codeOf(recordPassage(officer, toFound(here)))).toBe('not_found')
    expect(await codeOf(recordPassage(ward, toFound(there)))).toBe('forbidden')
  })
})
