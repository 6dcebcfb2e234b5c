import type * as z from 'zod/mini'
import type { InputIssue } from '../errors.js'

/** Every code an {@link InputIssue} can carry; the widgets have a sentence for each. */
export const issueCodes = [
  'required',
  'invalid_type',
  'invalid_format',
  'invalid_value',
  'too_short',
  'too_long',
  'too_few',
  'too_many',
  'unknown_key',
  'name_characters',
  'name_marks',
  'text_characters',
  'phone_impossible',
  'phone_not_mobile',
  'phone_not_callable',
  'document_format',
  'document_repeated_digit',
  'document_placeholder_adult',
  'document_number_needed',
  'birth_year_range',
  'birth_date_future',
  'birth_date_impossible',
  'date_impossible',
  'date_order',
  'date_outside_window',
  'place_unknown',
  'hamlet_required',
  'hamlet_twice',
  'district_required',
  'option_unknown',
  'answer_missing',
  'consent_missing',
  'consent_outdated',
  'self_missing',
  'self_twice',
  'person_twice',
  'post_unknown',
  'reason_unknown',
  'area_unknown',
  'area_not_allowed',
  'username_taken',
  'identity_taken',
  'left_province_visitor',
  'left_province_late',
  'sent_by_not_duty',
  'stay_missing',
  'arrival_order',
  'arrival_past',
  'arrival_far',
  'destination_outside',
  'stay_until_order',
  'paper_time_future',
] as const

export type IssueCode = (typeof issueCodes)[number]

/** Takes note of an issue at a path. */
export type ReportIssue = (path: string, code: IssueCode) => void

const isIssueCode = (code: unknown): code is IssueCode =>
  typeof code === 'string' && (issueCodes as readonly string[]).includes(code)

/** Gives a `z.refine` its code: `z.refine(isX, withCode('phone_impossible'))`. */
export function withCode(code: IssueCode): { params: { code: IssueCode } } {
  return { params: { code } }
}

const isMissing = (input: unknown) => input === undefined || input === null || input === ''

function toIssueCode(issue: z.core.$ZodIssue): IssueCode {
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.code
    return isIssueCode(code) ? code : 'invalid_value'
  }
  if (isMissing(issue.input)) return 'required'
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'array' ? 'too_few' : 'too_short'
    case 'too_big':
      return issue.origin === 'array' ? 'too_many' : 'too_long'
    case 'invalid_format':
      return 'invalid_format'
    case 'invalid_type':
      return 'invalid_type'
    case 'unrecognized_keys':
      return 'unknown_key'
    default:
      return 'invalid_value'
  }
}

/**
 * Turns what zod found into our issues, one per path. Parse with `{ reportInput: true }`, else a
 * missing value is reported as one of the wrong type.
 */
export function toInputIssues(error: z.core.$ZodError): InputIssue[] {
  const found = new Map<string, InputIssue>()
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    if (!found.has(path)) found.set(path, { path, code: toIssueCode(issue) })
  }
  return [...found.values()]
}
