import type { Row } from './find-rows.js'

/** Three rows that can be the lines of a zone, from above. */
export type ZoneRows = readonly [Row, Row, Row]

/** More candidates are not looked at. */
const most = 4

interface Place {
  readonly row: Row
  readonly start: number
  readonly end: number
  /** How far below the first row. */
  readonly below: number
}

/** Every three parallel rows of one size and width in even steps, those of thirty signs first. */
export function findZones(rows: readonly Row[]): ZoneRows[] {
  const found = rows.flatMap((first) => {
    const places = rows
      .map((row) => toPlace(row, first))
      .filter((place) => place.below > 0 && isLike(place, toPlace(first, first)))
    return places.flatMap((second) =>
      places
        .filter((third) => isNext(second, third) && isStep(second.below, first.pitch))
        .map((third): ZoneRows => [first, second.row, third.row]),
    )
  })
  return found.sort((one, other) => miscount(one) - miscount(other)).slice(0, most)
}

const miscount = (zone: ZoneRows) =>
  zone.reduce((sum, { blots }) => sum + Math.abs(blots.length - 30), 0)

/** Where a row lies as the first one runs. */
function toPlace(row: Row, { along, blots: [origin] }: Row): Place {
  const across = row.blots.map(
    ({ x, y }) => (x - (origin?.x ?? 0)) * along.x + (y - (origin?.y ?? 0)) * along.y,
  )
  const middle = row.blots[row.blots.length >> 1]
  const below = middle
    ? (middle.y - (origin?.y ?? 0)) * along.x - (middle.x - (origin?.x ?? 0)) * along.y
    : 0
  return { row, start: Math.min(...across), end: Math.max(...across), below }
}

function isLike({ row, start, end }: Place, first: Place): boolean {
  const overlap = Math.min(end, first.end) - Math.max(start, first.start)
  const turn = Math.abs(row.along.x * first.row.along.y - row.along.y * first.row.along.x)
  const ratio = row.pitch / first.row.pitch
  return overlap > 0.5 * (first.end - first.start) && turn < 0.12 && ratio > 0.75 && ratio < 1.33
}

/** A sign is a tenth of an inch wide; lines are a sixth apart, on some cards a quarter. */
const isStep = (below: number, pitch: number) => below > 1.1 * pitch && below < 3.4 * pitch

function isNext(second: Place, third: Place): boolean {
  const ratio = (third.below - second.below) / second.below
  return ratio > 0.7 && ratio < 1.4
}
