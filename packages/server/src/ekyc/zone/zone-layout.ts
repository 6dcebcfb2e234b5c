const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<'
const repeat = (signs: string, count: number) => Array.from({ length: count }, () => signs)

/**
 * What may stand in each cell of a Vietnamese ID card's zone: ICAO 9303, part 5, with the 12 digits in the
 * optional field. A cell of one sign tells where the zone lies and how it is turned.
 */
export const zoneLayout: readonly (readonly string[])[] = [
  [...'IDVNM', ...repeat(digits, 22), ...'<<', digits],
  [...repeat(digits, 7), 'MF<', ...repeat(digits, 7), ...'VNM', ...repeat('<', 11), digits],
  repeat(letters, 30),
]
