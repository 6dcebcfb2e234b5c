import { expect, it } from 'vitest'
import { places } from '../node/places.js'
import { defaultConfig } from './default-config.js'
import { findConfigFaults } from './find-config-faults.js'

const { posts, limits, passDays } = defaultConfig
const reason = defaultConfig.inspectionReasons[0]!

it('finds nothing wrong with the demo portal', async () => {
  expect(await findConfigFaults(defaultConfig, places)).toEqual([])
})

it.each([
  [{ forms: [{ kind: 'entri' }] }, ['forms.0.kind is no form']],
  [
    {
      forms: [
        { kind: 'entry', opensAt: '2021-03-02T00:00:00Z', closesAt: '2021-03-02T07:00:00+07:00' },
      ],
    },
    ['forms.0 closes before it opens'],
  ],
  [
    { forms: [{ kind: 'entry' }, { kind: 'entry' }], inspectionReasons: [reason, reason] },
    ['forms has one of them twice', 'inspectionReasons has one of them twice'],
  ],
  [{ posts: [], inspectionReasons: [] }, ['posts is empty', 'inspectionReasons is empty']],
  [
    { posts: [{ ...posts[0]!, kind: 'harbour' }] },
    ['posts.0.kind is none of airport, station, bus, road, clinic'],
  ],
  [
    { limits: { ...limits, maxPeople: 21 }, passDays: { ...passDays, domestic: 0 } },
    ['limits.maxPeople is not 1 to 20', 'passDays.domestic is not 1 to 255'],
  ],
  [{ placesVersion: '1999-01' }, ['placesVersion is none of the units that come with this server']],
  [{ provinceCode: '99' }, ['provinceCode is no province of 2021-03']],
])('names what would stop a portal: %o', async (changes, faults) => {
  expect(await findConfigFaults({ ...defaultConfig, ...changes }, places)).toEqual(faults)
})
