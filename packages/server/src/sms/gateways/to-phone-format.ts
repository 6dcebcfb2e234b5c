import type { PhoneFormat } from './http-template.js'

/** A Vietnamese number in E.164 as an operator wants it. */
export function toPhoneFormat(e164: string, format: PhoneFormat): string {
  return `${format}${e164.replace(/^\+84/, '')}`
}
