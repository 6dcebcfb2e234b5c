import { expect, expectTypeOf, it } from 'vitest'
import { declarationSchema, type EntryDeclaration } from './declaration.js'
import { declaration, entry, journey } from './declaration.setup.js'
import { toInputIssues } from './issue.js'
import type { Journey } from './journey.js'
import { type PolicyStay, policyStaySchema } from './policy.js'

const issuesOf = (changes: object) => {
  const input: unknown = { ...entry, journey: { ...journey, ...changes } }
  const { error } = declarationSchema.safeParse(input, { reportInput: true })
  return error ? toInputIssues(error).map(({ path, code }) => `${path} ${code}`) : []
}

it('takes a proper entry as it is, and tells it by its kind', () => {
  const parsed = declarationSchema.parse(entry)

  expect(parsed).toEqual(entry)
  if (parsed.kind === 'entry') expectTypeOf(parsed).toEqualTypeOf<EntryDeclaration>()
})

it('drops a journey from a domestic declaration, and misses it in an entry', () => {
  expect(declarationSchema.parse({ ...declaration, journey })).toEqual(declaration)
  const { error } = declarationSchema.safeParse(
    { ...declaration, kind: 'entry' },
    { reportInput: true },
  )

  expect(error && toInputIssues(error)).toEqual([{ path: 'journey', code: 'required' }])
})

it('drops whatever a caller adds to the journey', () => {
  const parsed = declarationSchema.parse({
    ...entry,
    journey: { ...journey, measure: 'none', passedAt: '2021-03-05T11:30:00+07:00' },
  })

  expect(parsed).toEqual(entry)
})

// shared/domain/forms.json, entry: what is required
it('asks for each answer that the form requires', () => {
  const { error } = declarationSchema.safeParse({ ...entry, journey: {} }, { reportInput: true })

  expect(error && toInputIssues(error)).toEqual(
    [
      'travellerKind',
      'origin',
      'stays',
      'purpose',
      'vehicle',
      'departureAt',
      'arrivalAt',
      'destination',
      'destinationAddress',
    ].map((name) => ({ path: `journey.${name}`, code: 'required' })),
  )
})

const [stay] = journey.stays
const staying = (changes: object) => ({ stays: [{ ...stay, ...changes }] })

it.each<[string, object, string[]]>([
  ['an unknown traveller', { travellerKind: 'spy' }, ['journey.travellerKind invalid_value']],
  ['an unknown purpose', { purpose: 'tourism' }, ['journey.purpose invalid_value']],
  ['an unknown vehicle', { vehicle: 'dragon' }, ['journey.vehicle invalid_value']],
  ['21 stays', { stays: Array.from({ length: 21 }, () => stay) }, ['journey.stays too_many']],
  [
    'a stay that ends before it begins',
    staying({ from: '2021-03-02', to: '2021-03-01' }),
    ['journey.stays.0.to date_order'],
  ],
  ['a stay on no date', staying({ from: '2021-02-30' }), ['journey.stays.0.from date_impossible']],
  [
    'a ward by name',
    { origin: { ...journey.origin, wardCode: 'Phúc Xá' } },
    ['journey.origin.wardCode invalid_format'],
  ],
  [
    'a time without a zone',
    { arrivalAt: '2021-03-05T11:30:00' },
    ['journey.arrivalAt invalid_format'],
  ],
  [
    'a time on no date',
    { arrivalAt: '2021-02-30T11:30:00Z' },
    ['journey.arrivalAt invalid_format'],
  ],
  [
    'an address of blanks',
    { destinationAddress: ' \u00A0 ' },
    ['journey.destinationAddress required'],
  ],
  [
    'a hidden text in a hamlet',
    { origin: { ...journey.origin, hamlet: 'Tổ\u202E 4' } },
    ['journey.origin.hamlet text_characters'],
  ],
  [
    'a tower of marks in a plate',
    { vehicleNumber: `A${'\u0316'.repeat(9)}` },
    ['journey.vehicleNumber text_characters'],
  ],
  ['a number nobody answers', { hostPhone: '0000' }, ['journey.hostPhone phone_not_callable']],
  ['a longer text than any post reads', { sentBy: 'a'.repeat(201) }, ['journey.sentBy too_long']],
])('refuses %s', (_, changes, issues) => {
  expect(issuesOf(changes)).toEqual(issues)
})

it.each(['0905 123 456', '0234 3822 122', '+84 234 3822122', '０２３４３８２２１２２'])(
  'takes %s as the number of a host',
  (hostPhone) => {
    expect(issuesOf({ hostPhone })).toEqual([])
  },
)

it('is a stay for the policy as it stands', () => {
  expectTypeOf<Journey['stays'][number]>().toExtend<PolicyStay>()

  expect(journey.stays.map((each) => policyStaySchema.parse(each))).toEqual(journey.stays)
})
