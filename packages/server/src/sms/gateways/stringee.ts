import type { HttpTemplate } from './http-template.js'

/** Stringee, text under a brandname; `{token}` is made by `createStringeeToken`. */
export const stringee: HttpTemplate = {
  url: 'https://api.stringee.com/v1/sms',
  format: 'json',
  headers: { 'X-STRINGEE-AUTH': '{token}' },
  phone: '84',
  body: { sms: [{ from: '{sender}', to: '{to}', text: '{text}' }] },
  accepted: [{ path: 'result.0.r', equals: '0' }],
}
