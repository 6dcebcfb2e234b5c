import { describe, expect, it } from 'vitest'
import {
  assistedDeclarationSchema,
  type ChannelDeclaration,
  channelDeclarationSchema,
  paperDeclarationSchema,
} from './channel-declaration.js'
import { checkChannelDeclaration } from './channel-declaration-rules.js'
import { config, declaration, entry, thao } from './declaration.setup.js'
import { checkDeclaration } from './declaration-rules.js'
import { toInputIssues } from './issue.js'

/** Noon in Việt Nam, 3 March 2021. */
const noon = Date.parse('2021-03-03T05:00:00Z')

const assisted = {
  channel: 'assisted',
  post: 'ga-hue',
  assistedBy: 'Lê Văn Hai',
  declaration,
} as const
const paper = {
  channel: 'paper',
  reason: 'Mất điện tại chốt',
  writtenAt: '2021-03-03T08:15:00+07:00',
  checkedBy: 'Trần Thị Ba',
  enteredBy: 'Lê Văn Hai',
  declaration,
} as const
const sent: ChannelDeclaration[] = [
  assisted,
  { ...assisted, declaration: entry },
  paper,
  { ...paper, declaration: entry },
]

const check = (each: ChannelDeclaration, nowMs = noon) =>
  checkChannelDeclaration(each, config, nowMs).map(({ path, code }) => `${path} ${code}`)

it.each(sent)('takes a declaration of the channel $channel as it is', (each) => {
  expect(channelDeclarationSchema.parse(each)).toEqual(each)
  expect(check(each)).toEqual([])
})

it.each([
  ['assisted', ['post', 'assistedBy', 'declaration']],
  ['paper', ['reason', 'writtenAt', 'checkedBy', 'enteredBy', 'declaration']],
])('asks of the channel %s what it must carry', (channel, names) => {
  const { error } = channelDeclarationSchema.safeParse({ channel }, { reportInput: true })

  expect(error && toInputIssues(error)).toEqual(names.map((path) => ({ path, code: 'required' })))
})

it('needs no phone where there is none, and takes one that can be', () => {
  const phone = '0905 123 456'

  expect(assistedDeclarationSchema.parse({ ...assisted, phone })).toEqual({ ...assisted, phone })
  expect(paperDeclarationSchema.safeParse({ ...paper, phone: '12' }).success).toBe(false)
})

it('takes no account and no time of entering from the caller', () => {
  const added = { officerId: 'x', declaredAt: '2020-01-01T00:00:00Z', status: 'approved' }

  expect(paperDeclarationSchema.parse({ ...paper, ...added })).toEqual(paper)
})

it.each([assisted, paper])('knows the post of the channel $channel', (each) => {
  expect(check({ ...each, post: 'ga-da-nang' })).toEqual(['post post_unknown'])
})

it("knows the post of a post's own computer", () => {
  const codes = checkDeclaration({ ...declaration, post: 'ga-da-nang' }, config, noon)

  expect(codes).toEqual([{ path: 'post', code: 'post_unknown' }])
  expect(checkDeclaration({ ...declaration, post: 'ga-hue' }, config, noon)).toEqual([])
})

describe('the moment on a paper', () => {
  const written = (writtenAt: string) => check({ ...paper, writtenAt })

  it.each([
    ['now', '2021-03-03T12:00:00+07:00', []],
    ['a second ahead', '2021-03-03T05:00:01Z', ['writtenAt paper_time_future']],
    ['a year ago', '2020-03-03T12:00:00+07:00', []],
    ['longer ago', '2020-03-03T11:59:59+07:00', ['writtenAt date_outside_window']],
    ['not there yet', '', ['writtenAt date_outside_window']],
  ])('is judged when it is %s', (_, writtenAt, issues) => {
    expect(written(writtenAt)).toEqual(issues)
  })

  it('is the day its answers are judged by', () => {
    const recentPlaces = [
      { level: 'province', code: '30', from: '2021-02-01', to: '2021-02-10' } as const,
    ]
    const old = { ...declaration, people: [{ ...thao, recentPlaces }] }

    expect(check({ ...assisted, declaration: old })).toEqual([
      'declaration.people.0.recentPlaces.0.to date_outside_window',
    ])
    expect(check({ ...paper, writtenAt: '2021-02-24T23:59:59+07:00', declaration: old })).toEqual(
      [],
    )
    expect(check({ ...paper, writtenAt: '2021-02-25T00:00:00+07:00', declaration: old })).toEqual([
      'declaration.people.0.recentPlaces.0.to date_outside_window',
    ])
  })
})
