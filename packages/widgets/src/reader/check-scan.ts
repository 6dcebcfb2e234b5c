import { align, type Change } from './align.js'
import { type Finding, findFindings } from './find-findings.js'
import type { ReaderScan } from './reader-scan.js'
import { stripAffixes } from './strip-affixes.js'
import { type TestCode, testCodes } from './test-codes.js'

/** How a text arrived: as a scan told from typing, as keys that were not, or inserted whole. */
export type Arrival = 'scan' | 'typing' | 'insertion'

/** What a test scan says of the reader. */
export interface TestedScan {
  /** The test code it is; undefined for any other code, whose text is not kept. */
  readonly code: TestCode | undefined
  readonly arrival: Arrival
  /** How it was typed, without the text. */
  readonly manner: Omit<ReaderScan, 'text' | 'typed' | 'recognized'>
  /** What came before and after the code. */
  readonly prefix: string
  readonly suffix: string
  /** What the system changed on the way, the code's Vietnamese letters apart. */
  readonly changes: readonly Change[]
  /** Whether all that a look-up needs arrived. */
  readonly isRead: boolean
  readonly findings: readonly Finding[]
}

/** Half the letters otherwise: it is not this code. */
const mostChanged = 0.5
/** A text this much longer than a test code is another. */
const longest = 2

/** Compares what a reader typed with the test codes. */
export function checkScan(scan: ReaderScan, arrival: Arrival): TestedScan {
  const { text, typed, recognized: _, ...manner } = scan
  const code = findNearest(text) ?? findNearest(typed)
  const { prefix, suffix } = code ? findAffixes(code, text) : { prefix: '', suffix: '' }
  const written = stripAffixes(typed, { prefix, suffix }).text
  const changes = code ? align(code.text, written).filter(isAscii) : []
  const isRead = code !== undefined && arrival === 'scan' && isWhole(code, text)
  const tested = { code, arrival, manner, prefix, suffix, changes, isRead }
  const lost = code ? align(code.text, text) : []
  return { ...tested, findings: code ? findFindings({ ...tested, lost }) : [] }
}

function findNearest(text: string): TestCode | undefined {
  const [nearest] = testCodes
    .filter((code) => text.length <= longest * code.text.length)
    .map((code) => ({ code, share: align(code.text, text).length / code.text.length }))
    .filter(({ share }) => share <= mostChanged)
    .sort((one, other) => one.share - other.share)
  return nearest?.code
}

/** What is added before the first and after the last letter of the code. */
function findAffixes({ text }: TestCode, scanned: string) {
  const added = align(text, scanned).filter(({ expected }) => expected === '')
  const join = (at: number) =>
    added
      .filter((change) => change.at === at)
      .map(({ got }) => got)
      .join('')
  return { prefix: join(0), suffix: join([...text].length) }
}

/** A pass needs every digit, a card its number and dates: letters may suffer. */
function isWhole({ name, text }: TestCode, scanned: string): boolean {
  if (name === 'pass') return scanned === text
  const [wanted, got] = [text.split('|'), scanned.split('|')]
  const isKept = (part: string, index: number) => !/^[\d/]*$/.test(part) || got[index] === part
  return got.length === wanted.length && got[0] === wanted[0] && wanted.every(isKept)
}

// No keyboard sends Vietnamese letters; what becomes of them is no fault of the reader's.
const isAscii = ({ expected, got }: Change) =>
  !isForeign(expected) && (expected !== '' || !isForeign(got))
const isForeign = (letter: string) => letter.charCodeAt(0) > 0x7e
