/** The two ways through a door, in the order of their number in the payload; both is 2. */
export const directions = ['in', 'out', 'both'] as const

/** What a venue's poster says. */
export interface VenueFacts {
  /** 8 letters and digits. */
  readonly venueCode: string
  /** At most 60 bytes of UTF-8. It is text: never put it into a page as markup. */
  readonly name: string
  readonly wardCode: string
  /** Counts the posters of a venue; the server knows which is the newest. */
  readonly revision: number
  readonly direction: (typeof directions)[number]
}

export const maxNameBytes = 60
export const venueCodeForm = /^[0-9A-Za-z]{8}$/
