import { expect, it } from 'vitest'
import { fillWords, mergeWords } from './catalogue.js'
import * as declarationFormEn from './declaration-form.en.js'
import { vi } from './declaration-form.vi.js'
import * as inspectionEn from './inspection.en.js'
import * as inspection from './inspection.vi.js'
import * as lookupEn from './lookup.en.js'
import * as lookup from './lookup.vi.js'
import * as otpFormEn from './otp-form.en.js'
import * as otpForm from './otp-form.vi.js'
import * as qrViewEn from './qr-view.en.js'
import * as qrView from './qr-view.vi.js'
import * as readerEn from './reader.en.js'
import * as reader from './reader.vi.js'
import * as scannerEn from './scanner.en.js'
import * as scanner from './scanner.vi.js'
import * as scannerLiveEn from './scanner-live.en.js'
import * as scannerLive from './scanner-live.vi.js'

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

it.each<[element: string, vietnamese: Words, english: Words]>([
  ['declaration-form', vi, declarationFormEn.en],
  ['inspection', inspection.vi, inspectionEn.en],
  ['lookup', lookup.vi, lookupEn.en],
  ['otp-form', otpForm.vi, otpFormEn.en],
  ['qr-view', qrView.vi, qrViewEn.en],
  ['reader', reader.vi, readerEn.en],
  ['scanner', scanner.vi, scannerEn.en],
  ['scanner, live', scannerLive.vi, scannerLiveEn.en],
])('says each sentence of %s with the same values in English', (_element, vietnamese, english) => {
  const said = new Map(list(english))

  for (const [name, text] of list(vietnamese)) {
    expect([name, new Set(findNames(said.get(name) ?? ''))]).toEqual([
      name,
      new Set(findNames(text)),
    ])
    expect(said.get(name)?.trim(), name).toBeTruthy()
  }
})
