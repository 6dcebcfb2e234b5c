import { describe, expect, it } from 'vitest'
import type { ImportedLine, ImportedRow, Store } from '../store.js'
import { makeScreening } from './cases.setup.js'
import { declareAs, toErasure } from './erasure.setup.js'
import { claimAnswer, day, fileDeclaration, makeDeclaration, start, unique } from './rows.setup.js'

function makeLine(changes: Partial<ImportedRow> = {}, externalIndex = unique('external')) {
  const row: ImportedRow = {
    subject: unique('subject'),
    importedId: unique('imported'),
    source: 'ncovi',
    contentIndex: unique('content'),
    declaredAt: start,
    receivedAt: start,
    sealed: 'k1.aW1wb3J0ZWQ',
    ...changes,
  }
  return { externalIndex, row, screening: undefined } satisfies ImportedLine
}

export function describeImports(open: () => Store): void {
  describe('imports', () => {
    it('keep each line once, by its id and by what it says', async () => {
      const { imports } = open()
      const line = makeLine()
      const sameContent = makeLine({ ...line.row, importedId: unique('imported') })
      const sameId = makeLine({}, line.externalIndex)
      const other = makeLine()

      const outcomes = await imports.saveImported([line, sameContent, sameId, other])
      const again = await imports.saveImported([other, line])

      expect(outcomes).toEqual(['accepted', 'duplicate', 'reused', 'accepted'])
      expect(again).toEqual(['duplicate', 'duplicate'])
    })

    it('keep a line once when ten send it at once, in any order', async () => {
      const { imports } = open()
      const lines = Array.from({ length: 6 }, () => makeLine())
      const sends = Array.from({ length: 10 }, (_, index) =>
        imports.saveImported(index % 2 === 0 ? lines : lines.toReversed()),
      )

      const outcomes = (await Promise.all(sends)).flat()

      expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(6)
      expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(54)
    })

    it('find what is about any of several subjects, newest first', async () => {
      const { imports } = open()
      const [one, two] = [unique('subject'), unique('subject')]
      const newest = makeLine({ subject: two, declaredAt: start + 2, source: 'vhd' })
      const older = makeLine({ subject: one, declaredAt: start + 1 })
      await imports.saveImported([
        older,
        newest,
        makeLine({ subject: one }),
        makeLine({ declaredAt: start + 9 }),
      ])

      expect(await imports.findImported([one, two], 2)).toEqual([newest.row, older.row])
      expect(await imports.findImported([unique('subject')], 1)).toEqual([])
      expect(await imports.findImported([], 1)).toEqual([])
    })

    it('keep a screening with its line, and none with one that is known', async () => {
      const { imports, screenings } = open()
      const area = unique('area')
      const makeSick = () => {
        const filed = makeDeclaration({ phoneIndex: unique('phone'), people: [unique('person')] })
        return makeScreening(filed, { areaCode: area })
      }
      const line = { ...makeLine(), screening: makeSick() }

      await imports.saveImported([line, { ...line, screening: makeSick() }])

      const found = await screenings.findScreenings(
        { areas: [area], state: undefined },
        undefined,
        9,
      )
      expect(found.map(({ row }) => row)).toEqual([line.screening])
    })

    it('tell whether somebody declared here within a span', async () => {
      const store = open()
      const person = unique('person')
      const phoneIndex = unique('phone')
      const { declaration } = await fileDeclaration(store, { phoneIndex, people: [person] })
      const ask = (from: number, until: number) =>
        store.imports.isDeclaredHere(person, start + from, start + until)

      const answers = await Promise.all([ask(0, 0), ask(-5, 5), ask(1, 5), ask(-5, -1)])
      const answer = await claimAnswer(store)
      const { declarationId } = declaration
      await store.declarations.withdrawDeclaration(phoneIndex, declarationId, start, answer, [])

      expect(answers).toEqual([true, true, false, false])
      expect(await ask(0, 0)).toBe(false)
    })

    it('are forgotten with the person, and do not come back', async () => {
      const store = open()
      const [phoneIndex, documentIndex] = [unique('phone'), unique('document')]
      const filed = await declareAs(store, { phoneIndex, documentIndex })
      const line = makeLine({ subject: documentIndex })
      await store.imports.saveImported([line])
      const erasure = toErasure(filed, { documentIndex, isProven: true })

      await store.privacy.erase(erasure, await claimAnswer(store))

      expect(await store.imports.findImported([documentIndex], 1)).toEqual([])
      expect(await store.imports.saveImported([line])).toEqual(['duplicate'])
    })

    it('are forgotten 60 days after they came in, with their ids', async () => {
      const store = open()
      const line = makeLine()
      await store.imports.saveImported([line])

      await store.purge(start + 60 * day - 1)
      const kept = await store.imports.findImported([line.row.subject], 1)
      await store.purge(start + 60 * day)

      expect(kept).toEqual([line.row])
      expect(await store.imports.findImported([line.row.subject], 1)).toEqual([])
      expect(await store.imports.saveImported([line])).toEqual(['accepted'])
    })
  })
}
