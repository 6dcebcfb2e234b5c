import type { JourneyPlace } from '@kbyt/sdk/schema'
import { vyDa } from '../arrivals/arrivals.setup.js'
import { makeDeclaration, makeDeclared } from '../backend.setup.js'
import { journey, makeEntry } from '../entry.setup.js'
import { createUuid } from '../identifiers.js'
import { makeVenue } from '../venue/venue.setup.js'
import type { Dice } from './dice.setup.js'
import type { FindValue } from './make-input.setup.js'
import type { Caller, World } from './world.setup.js'

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
let people = 0

/** Somebody whom nobody asks for: what callers write must not carry another's words. */
function makeStranger(home: JourneyPlace) {
  const number = `0461910${String(++people).padStart(5, '0')}`
  return makeDeclared({ identityDocument: { type: 'cccd', number }, address: home })
}

/** What a field of this name holds, where it is not something the world knows. */
function toFields({ backend }: World, home: JourneyPlace, dice: Dice): Record<string, unknown> {
  const at = new Date(backend.clock.at).toISOString()
  const stranger = makeStranger(home)
  const domestic = makeDeclaration(stranger)
  const entry = makeEntry({ destination: home }, [stranger])
  return {
    address: home,
    area: dice.pick(['46', '474', '479', '471', '19777', '19783', '19960', '00001']),
    areas: ['19777'],
    chain: dice.pick(['main', 'main', 'other']),
    code: dice.pick(['123456', '000000', '46']),
    consents: domestic.consents,
    contact: makeVenue().contact,
    declaration: dice.pick([domestic, entry]),
    devicePublicKey: `Au${'b'.repeat(42)}`,
    displayName: 'Trần An',
    from: dice.pick([at, '2021-03-01']),
    grant: { role: 'ward', areas: ['19777'] },
    hamlet: 'Tổ 5',
    hamlets: [{ name: 'Tổ 5' }],
    journey: { ...journey, destination: home },
    limit: dice.pick([1, 50, 200]),
    name: 'Chợ Đông Ba',
    note: 'gọi lại sau',
    people: [stranger],
    person: stranger.person,
    placesVersion: '2021-03',
    post: 'ga-hue',
    provinceCode: '46',
    reason: dice.pick(['checkpoint', 'checkpoint', 'clinic']),
    seq: 1 + dice.roll(30),
    sentAt: at,
    to: dice.pick([at, '2021-03-09']),
    version: '2021-03',
    visitId: createUuid(backend.clock.at, randomBytes),
    ward: dice.pick(['19777', '19783', '19960']),
    wardCode: '19777',
    at,
  }
}

/** Where a phone is asked for; anywhere else it is written down, and its reader may hear it again. */
const asksForPhone = ['inspect', 'requestOtp']

interface Asking {
  readonly world: World
  readonly endpointId: string
  readonly caller: Caller
}

/** Values for fields by their name: what the world knows of its people first, then what makes sense. */
export function createFindValue({ world, endpointId, caller }: Asking): FindValue {
  let whose: number | undefined
  return (name, dice) => {
    if (name === 'phone' && !asksForPhone.includes(endpointId)) return '0977000002'
    const [heard, ...more] = world.heard.get(name) ?? []
    if (heard && dice.percent(30)) return dice.pick([heard, ...more])
    const [first, ...others] = world.known.get(name) ?? []
    if (first) {
      // fields of one request mostly speak of one person
      const known = dice.pick([first, ...others])
      const same = [first, ...others].find(({ owner }) => owner !== undefined && owner === whose)
      const chosen = same && dice.percent(80) ? same : known
      whose = chosen.owner
      return chosen.value
    }
    // who declares does so for people of the own ward: its officers may know the declarer
    return toFields(world, caller.home ?? vyDa, dice)[name]
  }
}
