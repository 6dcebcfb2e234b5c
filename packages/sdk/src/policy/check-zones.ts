import { addDays, toCalendarDate } from '../schema/calendar-date.js'
import type { Policy, Zone } from '../schema/policy.js'
import { checkIds } from './check-ids.js'
import { doPeriodsOverlap, toDayStart } from './day-times.js'
import type { ReportIssue } from './policy-issue.js'

/** Risk levels exist, times run forward, and one area has one level at a time. */
export function checkZones(policy: Policy, report: ReportIssue): void {
  const levels = policy.riskLevels.map(({ value }) => value)
  checkIds(levels, (index) => `riskLevels.${index}.value`, report)
  checkIds(
    policy.zones.map(({ id }) => id),
    (index) => `zones.${index}.id`,
    report,
  )
  const firstDay = toDayStart(
    addDays(toCalendarDate(Date.parse(policy.validFrom)), -policy.lookBackDays),
  )
  policy.zones.forEach((zone, index) => {
    const { from, to, riskLevel } = zone
    if (!levels.includes(riskLevel)) report(`zones.${index}.riskLevel`, 'risk_level_unknown')
    if (to === undefined) return
    if (Date.parse(to) <= Date.parse(from)) report(`zones.${index}.to`, 'period_order')
    else if (Date.parse(to) <= firstDay) report(`zones.${index}.to`, 'zone_never_counts')
  })
  findContradictingZones(policy.zones, report)
}

function findContradictingZones(zones: readonly Zone[], report: ReportIssue): void {
  const byArea = new Map<string, Zone[]>()
  zones.forEach((zone, index) => {
    const area = toArea(zone)
    const earlier = byArea.get(area) ?? []
    const isOther = (it: Zone) => it.riskLevel !== zone.riskLevel && doPeriodsOverlap(it, zone)
    if (earlier.some(isOther)) report(`zones.${index}.riskLevel`, 'zones_contradict')
    byArea.set(area, [...earlier, zone])
  })
}

function toArea(zone: Zone): string {
  switch (zone.level) {
    case 'province':
      return zone.provinceCode
    case 'district':
      return zone.districtCode
    case 'ward':
      return zone.wardCode
    case 'hamlet':
      return `${zone.wardCode} ${zone.hamlet}`
    case 'point':
      return `point ${zone.pointCode}`
  }
}
