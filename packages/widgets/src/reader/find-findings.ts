import type { ReaderWords } from '../words/reader.vi.js'
import type { Change } from './align.js'
import type { TestedScan } from './check-scan.js'

/** Something to set, or better set, in reader or computer: a sentence of the words. */
export type Finding = keyof ReaderWords['findings']

/** Slower than this, a pass of 290 digits takes more than seven seconds. */
const slowMs = 25

interface Findable extends Omit<TestedScan, 'findings'> {
  /** What the reading of the scan lacks. */
  readonly lost: readonly Change[]
}

/** Names what to set, the most likely cause first. */
export function findFindings(tested: Findable): Finding[] {
  const { arrival, manner, prefix, suffix, isRead, lost } = tested
  const found: (Finding | false | undefined)[] = [
    arrival === 'insertion' && 'inserted',
    arrival === 'typing' && 'tooSlow',
    findInputMethod(tested),
    findLayout(tested),
    manner.isCapsLockOn && 'capsLock',
    manner.digitKeys === 'unlocked-pad' && 'unlockedPad',
    manner.digitKeys === 'alt-codes' && 'altCodes',
    prefix !== '' && 'prefix',
    suffix !== '' && 'suffix',
  ]
  const causes = found.filter((finding) => typeof finding === 'string')
  if (!isRead && causes.length === 0) causes.push(isCut(lost) ? 'cut' : 'changed')
  const advice: (Finding | false)[] = [
    arrival === 'scan' && manner.end === 'none' && 'endMissing',
    arrival === 'scan' && manner.digitKeys !== 'alt-codes' && manner.paceMs > slowMs && 'slow',
    manner.symbology !== undefined && 'symbology',
    lost.some(({ expected }) => expected.charCodeAt(0) > 0x7e) && 'vietnameseLost',
  ]
  return [...causes, ...advice.filter((finding) => finding !== false)]
}

function findLayout({ manner: { layout, digitKeys } }: Findable): Finding | undefined {
  if (digitKeys === 'alt-codes') return undefined
  if (layout === 'vietnamese') return 'layoutVietnamese'
  if (layout === 'azerty') return 'layoutAzerty'
  return layout === 'other' ? 'layoutOther' : undefined
}

/** The key that an input method has swallowed after a letter tells which one it is. */
function findInputMethod({ manner: { inputMethod }, changes }: Findable): Finding | undefined {
  if (inputMethod === 'none') return undefined
  const swallowed = changes.filter(({ got }) => got === '').map(({ expected }) => expected)
  const count = (keys: RegExp) => swallowed.filter((key) => keys.test(key)).length
  const votes = { vni: count(/\d/), telex: count(/[a-z]/i), viqr: count(/[^\da-z|/ -]/i) }
  const most = Math.max(...Object.values(votes))
  if (most === 0) return 'inputMethod'
  if (votes.vni === most) return 'vni'
  return votes.telex === most ? 'telex' : 'viqr'
}

const isCut = (lost: readonly Change[]) =>
  lost.some(({ got }) => got === '') && lost.every(({ got }) => got === '')
