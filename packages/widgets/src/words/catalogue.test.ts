import { expect, it } from 'vitest'
import { fillWords, mergeWords } from './catalogue.js'
import { en } from './declaration-form.en.js'
import { vi } from './declaration-form.vi.js'

type Words = Record<string, Record<string, string>>

const list = (words: Words) =>
  Object.entries(words).flatMap(([group, sentences]) =>
    Object.entries(sentences).map(([name, text]) => [`${group}.${name}`, text] as const),
  )
const findNames = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

it('fills values in and leaves a name without a value as it is', () => {
  expect(fillWords('Bước {step}/{steps}', { step: 2 })).toBe('Bước 2/{steps}')
})

it('takes single sentences from the host and keeps the rest', () => {
  const words = mergeWords(vi, { people: { add: 'Thêm người' } })

  expect(words.people).toEqual({ ...vi.people, add: 'Thêm người' })
  expect(words.person).toEqual(vi.person)
})

it.each(list(vi))('says %s with the same values in English', (name, text) => {
  const english = new Map(list(en)).get(name) ?? ''

  expect(new Set(findNames(english))).toEqual(new Set(findNames(text)))
  expect(english.trim()).not.toBe('')
})
