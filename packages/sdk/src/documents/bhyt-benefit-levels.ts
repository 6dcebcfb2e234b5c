import type { Localized } from '../schema/text.js'

/** A benefit level, the third character of a 15-character insurance number. */
export type BhytBenefitLevel = 1 | 2 | 3 | 4 | 5

/** What each benefit level pays of the costs, for display. Source: shared/domain/bhyt.json. */
export const bhytBenefitLevels: Readonly<Record<BhytBenefitLevel, Localized>> = {
  1: { vi: '100%', en: '100%' },
  2: { vi: '100%, có giới hạn một số dịch vụ', en: '100%, some services limited' },
  3: { vi: '95%', en: '95%' },
  4: { vi: '80%', en: '80%' },
  5: { vi: '100%, kể cả ngoài phạm vi', en: '100%, services out of scope included' },
}
