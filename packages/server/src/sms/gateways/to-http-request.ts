import type { SmsMessage } from '../../ports.js'
import { fillJson, fillText, type TemplateValues } from './fill-template.js'
import type { HttpTemplate } from './http-template.js'
import { toPhoneFormat } from './to-phone-format.js'

const types = {
  json: 'application/json; charset=utf-8',
  form: 'application/x-www-form-urlencoded',
}

/**
 * Fills a template with a message and the gateway's own settings.
 *
 * @throws {TypeError} when the template names a value that there is not, or a header that cannot be.
 */
export function toHttpRequest(
  { format, headers, body, phone }: HttpTemplate,
  settings: TemplateValues,
  { to, text, messageId, template, params }: SmsMessage,
): { headers: Headers; body: string } {
  const values: Record<string, string> = { ...settings, text, messageId, template }
  values.to = toPhoneFormat(to, phone)
  for (const [name, value] of Object.entries(params)) values[`params.${name}`] = value

  const filled = new Headers({ Accept: 'application/json', 'Content-Type': types[format] })
  for (const [name, value] of Object.entries(headers)) filled.set(name, fillText(value, values))
  const fields = Object.entries(body).map(
    ([name, value]) => [name, fillJson(value, values)] as const,
  )
  return {
    headers: filled,
    body: format === 'json' ? JSON.stringify(Object.fromEntries(fields)) : toForm(fields),
  }
}

/** Texts as they are; anything else as JSON. */
function toForm(fields: readonly (readonly [string, unknown])[]): string {
  const form = new URLSearchParams()
  for (const [name, value] of fields) {
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return form.toString()
}
