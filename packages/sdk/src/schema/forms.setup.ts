import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod/mini'

// Not in the repository: the forms of the dispatch, in the project's shared folder.
const shared = process.env.KBYT_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')
const file = join(shared, 'domain/forms.json')
const sourceFile = join(shared, 'domain/source-forms.json')

/** Whether this machine has the forms; where it has not, their tests are skipped with this reason. */
export const hasForms = existsSync(file)
if (!hasForms)
  console.log(`not run: the fields of the forms, because ${file} is not on this machine`)

const optionSchema = z.object({ value: z.string(), vi: z.string(), en: z.string() })
const fieldSchema = z.object({
  id: z.string(),
  vi: z.string(),
  en: z.string(),
  required: z.boolean(),
  options: z.optional(z.array(optionSchema)),
})
const saidSchema = z.object({ vi: z.string(), en: z.string() })
const formsSchema = z.object({
  strings: z.record(z.string(), saidSchema),
  staff: z.object({
    heading: saidSchema,
    tabs: z.array(saidSchema),
    inputs: z.array(saidSchema),
    button: saidSchema,
  }),
  domestic: z.object({
    person: z.array(fieldSchema),
    relative: z.array(fieldSchema),
    insurance: z.array(fieldSchema),
    health: z.array(fieldSchema),
    fields: z.array(fieldSchema),
  }),
  entry: z.object({ fields: z.array(fieldSchema) }),
})

// Of the national forms: a field's name there, its Vietnamese and its English.
const sourceFormsSchema = z.object({
  forms: z.object({
    ncovi: z.object({ conditions: z.array(z.tuple([z.string(), z.string(), z.string()])) }),
  }),
})

const none = { vi: '', en: '' }
const empty = {
  strings: {},
  staff: { heading: none, tabs: [], inputs: [], button: none },
  domestic: { person: [], relative: [], insurance: [], health: [], fields: [] },
  entry: { fields: [] },
}
export const forms: z.infer<typeof formsSchema> = hasForms
  ? formsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  : empty

/** NCOVI's list of conditions, and whether this machine has it. */
export const hasSourceForms = existsSync(sourceFile)
export const ncoviConditions = hasSourceForms
  ? sourceFormsSchema.parse(JSON.parse(readFileSync(sourceFile, 'utf8'))).forms.ncovi.conditions
  : []
if (!hasSourceForms)
  console.log(`not run: the conditions of NCOVI, because ${sourceFile} is not on this machine`)
