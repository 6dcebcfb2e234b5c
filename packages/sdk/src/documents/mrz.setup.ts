const weights = [7, 3, 1]
const toValue = (sign: string) => (sign === '<' ? 0 : Number.parseInt(sign, 36))

/** ICAO 9303, part 3, 4.9. */
const checkDigit = (text: string) =>
  String([...text].reduce((sum, sign, i) => sum + toValue(sign) * (weights[i % 3] ?? 0), 0) % 10)
const withCheck = (text: string) => text + checkDigit(text)

interface Facts {
  number?: string
  state?: string
  birth?: string
  sex?: string
  end?: string
  name?: string
}

/** A synthetic Vietnamese ID card, three lines. */
export function makeIdCard(facts: Facts = {}): string {
  const { number = '046090012345', state = 'VNM', birth = '900201', sex = 'M' } = facts
  const { end = '400201', name = 'NGUYEN<<VAN<AN' } = facts
  const first = `ID${state}${withCheck(number.slice(3))}${withCheck(`${number}<<`)}`
  const second = `${withCheck(birth)}${sex}${withCheck(end)}${state}${'<'.repeat(11)}`
  const checked = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18)
  return [first, second + checkDigit(checked), name.padEnd(30, '<')].join('\n')
}

/** A synthetic passport, two lines. */
export function makePassport(facts: Facts = {}): string {
  const { number = 'C1234567', state = 'VNM', birth = '900815', sex = 'F' } = facts
  const { end = '310101', name = 'TRAN<<THI<BICH' } = facts
  const first = `P<${state}${name}`.padEnd(44, '<')
  const document = withCheck(number.padEnd(9, '<'))
  const dates = [withCheck(birth), withCheck(end)]
  const personal = withCheck('<'.repeat(14))
  const checked = document + dates.join('') + personal
  const second = document + state + dates.join(sex) + personal + checkDigit(checked)
  return [first, second].join('\n')
}
