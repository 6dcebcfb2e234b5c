import type { HttpTemplate } from './http-template.js'

/** SpeedSMS; `smsType` 3 is a registered brandname in the operator's samples, some users send 2. */
export const toSpeedsms = (smsType: number): HttpTemplate => ({
  url: 'https://api.speedsms.vn/index.php/sms/send',
  format: 'json',
  headers: { Authorization: 'Basic {basic}' },
  phone: '0',
  body: { to: ['{to}'], content: '{text}', sms_type: smsType, sender: '{sender}' },
  accepted: [
    { path: 'code', equals: '00' },
    { path: 'status', equals: 'success' },
  ],
})
