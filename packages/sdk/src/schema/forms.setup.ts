import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod/mini'

// Not in the repository: the forms of the dispatch, in the project's shared folder.
const shared = process.env.KBYT_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')
const file = join(shared, 'domain/forms.json')

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
const formsSchema = z.object({
  domestic: z.object({
    person: z.array(fieldSchema),
    relative: z.array(fieldSchema),
    insurance: z.array(fieldSchema),
    health: z.array(fieldSchema),
    fields: z.array(fieldSchema),
  }),
  entry: z.object({ fields: z.array(fieldSchema) }),
})

const empty = {
  domestic: { person: [], relative: [], insurance: [], health: [], fields: [] },
  entry: { fields: [] },
}
export const forms: z.infer<typeof formsSchema> = hasForms
  ? formsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  : empty
