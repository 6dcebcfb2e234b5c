import { expect, it } from 'vitest'
import { chooseMediaType } from './choose-media-type.js'

const produces = ['text/csv', 'application/x-ndjson', 'application/fhir+json'] as const

it.each([
  [null, 'text/csv'],
  ['*/*', 'text/csv'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/csv'],
  ['application/fhir+json', 'application/fhir+json'],
  ['Application/FHIR+JSON;fhirVersion=4.0', 'application/fhir+json'],
  ['text/csv;q=0.1, application/x-ndjson;q=0.9', 'application/x-ndjson'],
  ['application/*', 'application/x-ndjson'],
  ['*/*, text/csv;q=0', 'application/x-ndjson'],
  ['image/png', 'text/csv'],
  [';;,q=', 'text/csv'],
  ['text/csv;q=abc, */*;q=0.5', 'application/x-ndjson'],
])('answers Accept: %s in %s', (accept, type) => {
  expect(chooseMediaType(accept, produces)).toBe(type)
})
