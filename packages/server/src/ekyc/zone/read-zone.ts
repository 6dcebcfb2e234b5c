import { parseMrz } from '@kbyt/sdk/documents/mrz'
import { findBlots } from './find-blots.js'
import { findInk } from './find-ink.js'
import { findRows } from './find-rows.js'
import { findZones } from './find-zones.js'
import { fitGrid } from './fit-grid.js'
import type { GrayImage } from './gray-image.js'
import { readGrid } from './read-grid.js'
import { turnImage } from './turn-image.js'

/**
 * The machine-readable zone of an ID card in a photo, three lines, however the card is turned; undefined
 * where there is none whose signs are sure and whose check digits all agree.
 */
export function readZone(image: GrayImage): string | undefined {
  for (const turned of [image, turnImage(image)]) {
    for (const zone of findZones(findRows(findBlots(findInk(turned), turned)))) {
      const grid = fitGrid(zone)
      const text = grid && readGrid(turned, grid)
      if (text !== undefined && isWhole(text)) return text
    }
  }
  return undefined
}

/** A name cannot be checked: without a sure one a zone counts as not read. */
function isWhole(text: string): boolean {
  try {
    return parseMrz(text).latinName !== undefined
  } catch {
    return false
  }
}
