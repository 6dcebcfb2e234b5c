const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/u

/** Well-formed NFC, 1 to `max` characters, nothing invisible: it is shown as it stands. */
export function isPlainText(value: unknown, max: number): value is string {
  return (
    typeof value === 'string' &&
    value !== '' &&
    [...value].length <= max &&
    value === value.normalize('NFC') &&
    !invisible.test(value)
  )
}
