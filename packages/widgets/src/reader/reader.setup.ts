import { createReader } from './create-reader.js'
import type { ReaderKey } from './reader-key.js'
import type { ReaderScan } from './reader-scan.js'
import type { Affixes } from './strip-affixes.js'

export const digits = Array.from({ length: 300 }, (_, index) => String((index * 7 + 1) % 10)).join(
  '',
)
export const ascii = '046190012346|191234567|Tran Thij Boos|15081990|Nu|35 Le Loi|20032022'
export const card = '046190012346|191234567|Tran Thi Bich Ngoc|15081990|Nu|35 Le Loi|20032022'

/** A reader, what it read, and how keys are pressed on it. */
export function setup(affixes: Affixes = {}) {
  const read: ReaderScan[] = []
  const scans: string[] = []
  const symbologies: (string | undefined)[] = []
  const leads: number[] = []
  const reader = createReader({
    ...affixes,
    onScan: (scan, leadCount) => {
      read.push(scan)
      scans.push(scan.text)
      symbologies.push(scan.symbology)
      leads.push(leadCount)
    },
  })
  const press = (keys: readonly ReaderKey[]) => keys.map((key) => reader.press(key))
  return { read, leads, scans, symbologies, reader, press }
}

/** The same keys so much later. */
export const later = (ms: number, keys: readonly ReaderKey[]) =>
  keys.map((key) => ({ ...key, timeStamp: key.timeStamp + ms }))
