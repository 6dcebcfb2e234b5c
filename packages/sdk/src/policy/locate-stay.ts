import type { PolicyStay, Zone } from '../schema/policy.js'
import { toPlainText } from '../schema/text.js'
import { type Answer, no, toAnswer, unknown, yes } from './answer.js'

interface ZonePlace {
  readonly provinceCode: string
  readonly districtCode?: string | undefined
  readonly wardCode?: string | undefined
}

const smallestFirst = ['wardCode', 'districtCode', 'provinceCode'] as const

/**
 * Whether a stay lies in a zone. What is known of the stay may end above the zone's level: then
 * the answer is unknown unless a wider unit already differs.
 *
 * @param placesVersion - The units of the policy; codes of other units mean other places.
 */
export function locateStay(stay: PolicyStay, zone: Zone, placesVersion: string): Answer {
  if (stay.countryCode !== undefined && stay.countryCode !== 'VN') {
    return unknown({ code: 'stay_abroad' })
  }
  if (zone.level === 'point' && stay.points?.includes(zone.pointCode)) return yes
  if (stay.placesVersion !== placesVersion) return unknown({ code: 'stay_units_differ' })
  const units = locateUnits(stay, zone)
  return units.holds === 'yes' ? locateBelowWard(stay, zone) : units
}

function locateUnits(stay: PolicyStay, zone: Zone): Answer {
  const place: ZonePlace = zone
  const [own, ...wider] = smallestFirst.filter((level) => place[level] !== undefined)
  if (own && stay[own] !== undefined) return toAnswer(stay[own] === place[own])
  const isElsewhere = wider.some(
    (level) => stay[level] !== undefined && stay[level] !== place[level],
  )
  return isElsewhere ? no : unknown({ code: 'stay_level_unknown', zoneId: zone.id })
}

const toHamletKey = (name: string) => toPlainText(name).toLowerCase()

function locateBelowWard(stay: PolicyStay, zone: Zone): Answer {
  if (zone.level !== 'hamlet' && zone.level !== 'point') return yes
  if (zone.level === 'point' && !stay.points)
    return unknown({ code: 'stay_points_unknown', zoneId: zone.id })
  if (zone.level === 'hamlet') {
    if (stay.hamlet === undefined) return unknown({ code: 'stay_level_unknown', zoneId: zone.id })
    if (toHamletKey(stay.hamlet) === toHamletKey(zone.hamlet)) return yes
  }
  return isFreeText(stay) ? unknown({ code: 'stay_hamlet_free_text', zoneId: zone.id }) : no
}

// "Nơi khác" was none of the offered hamlets and points, and the same place has many spellings: only a
// name from the ward's list rules the others out.
function isFreeText({ hamlet, isHamletListed = false }: PolicyStay): boolean {
  return hamlet !== undefined && !isHamletListed
}
