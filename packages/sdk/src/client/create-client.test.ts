import { expect, it } from 'vitest'
import { createClient } from './create-client.js'

it.each([
  ['https://kbyt.example', 'https://kbyt.example'],
  ['https://kbyt.example/', 'https://kbyt.example'],
  ['http://localhost:3000', 'http://localhost:3000'],
])('takes %s', (baseUrl, origin) => {
  expect(createClient({ baseUrl }).baseUrl).toBe(origin)
})

it.each([
  '',
  'kbyt.example',
  '/v1',
  'https://kbyt.example/v1',
  'https://kbyt.example?a=1',
  'https://user:secret@kbyt.example',
  'ftp://kbyt.example',
  'javascript:alert(1)',
])('refuses %j as a base URL', (baseUrl) => {
  expect(() => createClient({ baseUrl })).toThrow(TypeError)
})

it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a limit of %d ms', (timeoutMs) => {
  expect(() => createClient({ baseUrl: 'https://kbyt.example', timeoutMs })).toThrow(TypeError)
})

it.each(['', 'two words', 'khóa'])('refuses %j as a publishable key', (publishableKey) => {
  expect(() => createClient({ baseUrl: 'https://kbyt.example', publishableKey })).toThrow(TypeError)
})

it.each(['', 'two words', 'khóa'])('refuses %j as a device key', (deviceKey) => {
  expect(() => createClient({ baseUrl: 'https://kbyt.example', deviceKey })).toThrow(TypeError)
})
