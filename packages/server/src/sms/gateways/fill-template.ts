type Json = { [key: string]: Json } | Json[] | string | number | boolean | null

/** What `{name}` stands for. */
export type TemplateValues = Readonly<Record<string, string>>

/**
 * Fills `{name}` in a text. What is filled in is not looked at again.
 *
 * @throws {TypeError} for a name that has no value.
 */
export function fillText(text: string, values: TemplateValues): string {
  return text.replace(/\{([\w.]+)\}/g, (_whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new TypeError(`{${name}} has no value here`)
    return value
  })
}

/** The same for every text in a JSON value; keys stay as they are. */
export function fillJson(json: Json, values: TemplateValues): Json {
  if (typeof json === 'string') return fillText(json, values)
  if (Array.isArray(json)) return json.map((item) => fillJson(item, values))
  if (typeof json !== 'object' || json === null) return json
  const entries = Object.entries(json).map(([key, item]) => [key, fillJson(item, values)])
  return Object.fromEntries(entries)
}
