// Never inside or at the end of a Vietnamese syllable, but for "tr" at its beginning: tones and horns.
const telexMarks = /[sfrxjwz\d]/g
const doubled = /([aeo])\1/g

/** What a word would be had an input method been on: Telex "huees", VNI "hue61" give "hue". */
export function toUntypedTelex(word: string): string {
  const [, head = '', tail = ''] = /^(tr|dd?|.)(.*)$/.exec(word) ?? []
  return head.replace('dd', 'd') + tail.replace(telexMarks, '').replace(doubled, '$1')
}
