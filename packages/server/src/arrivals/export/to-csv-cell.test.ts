import { expect, it } from 'vitest'
import { toCsvCell } from './to-csv-cell.js'

it.each([
  "=cmd|'/c calc'!A0",
  '+1',
  '-1+2',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  ' =1',
  '\u200B=1',
  '\uFEFF=1',
])('77: leaves %j a text', (text) => {
  expect(toCsvCell(text)).toBe(`"'${text}"`)
})

it('77: leaves a quote inside its cell', () => {
  expect(toCsvCell('",=1+1,"')).toBe('""",=1+1,"""')
})

// where the decimal sign is a comma, as in Việt Nam, Excel parts cells at semicolons, also within ours
it.each([
  ['An;=1+1', "An;'=1+1"],
  ['An; +1', "An;' +1"],
  ['An;"=1+1', `An;'""=1+1`],
  ['An;\u200B@SUM(A1)', "An;'\u200B@SUM(A1)"],
  ['An;;-1;＝1', "An;;'-1;'＝1"],
  ['An\t=1\n=2\r-3', "An\t'=1\n'=2\r'-3"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  ['\n=1', "'\n'=1"],
])('77: leaves %j a text where semicolons part cells', (text, cell) => {
  expect(toCsvCell(text)).toBe(`"${cell}"`)
})

it.each(['Nguyễn Thị Phương Thảo', '', '1-2', 'a=b', 'Tổ 5; Tổ 6', 'Tổ 5, Phường Vỹ Dạ', "O'Neil"])(
  'leaves %j as it is',
  (text) => {
    expect(toCsvCell(text)).toBe(`"${text}"`)
  },
)
