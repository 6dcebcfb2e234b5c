import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { inspectionRequestSchema } from './inspection.js'
import { issueCodes, toInputIssues, withCode } from './issue.js'

const schema = z.strictObject({
  name: z.string().check(
    z.minLength(2),
    z.maxLength(4),
    z.refine(() => false, withCode('name_marks')),
  ),
  list: z.array(z.int()).check(z.minLength(1), z.maxLength(2)),
  kind: z.enum(['a', 'b']),
  code: z.string().check(z.regex(/^a$/)),
})
const good = { name: 'abc', list: [1], kind: 'a', code: 'a' }

const issuesOf = (changes: Record<string, unknown>) => {
  const { error } = schema.safeParse({ ...good, ...changes }, { reportInput: true })
  return error ? toInputIssues(error) : []
}

it.each([
  [{ name: undefined }, { path: 'name', code: 'required' }],
  [{ name: null }, { path: 'name', code: 'required' }],
  [{ name: '' }, { path: 'name', code: 'required' }],
  [{ name: 'a' }, { path: 'name', code: 'too_short' }],
  [{ name: 'abcde' }, { path: 'name', code: 'too_long' }],
  [{ name: 1 }, { path: 'name', code: 'invalid_type' }],
  [{}, { path: 'name', code: 'name_marks' }],
  [{ list: [] }, { path: 'list', code: 'too_few' }],
  [{ list: [1, 2, 3] }, { path: 'list', code: 'too_many' }],
  [{ list: [1.5] }, { path: 'list.0', code: 'invalid_type' }],
  [{ kind: 'c' }, { path: 'kind', code: 'invalid_value' }],
  [{ code: 'b' }, { path: 'code', code: 'invalid_format' }],
  [{ colour: 'red' }, { path: '', code: 'unknown_key' }],
])('maps what is wrong with %j', (changes, issue) => {
  expect(issuesOf(changes)).toContainEqual(issue)
})

it('gives one issue per path', () => {
  const paths = issuesOf({ name: '', list: [] }).map(({ path }) => path)

  expect(paths).toEqual([...new Set(paths)])
})

it.each([
  [{ by: 'dragon' }, 'query.by', 'invalid_value'],
  [{ by: 'phone', phone: '' }, 'query.phone', 'required'],
  [{ by: 'id-number' }, 'query.idNumber', 'required'],
  [undefined, 'query', 'required'],
])('finds the field in a query by %j', (query, path, code) => {
  const request = { kind: 'domestic', reason: 'checkpoint', post: 'ga-hue', query }

  const { error } = inspectionRequestSchema.safeParse(request, { reportInput: true })

  expect(error && toInputIssues(error)).toEqual([{ path, code }])
})

it('has each code once', () => {
  expect(issueCodes).toEqual([...new Set(issueCodes)])
})
