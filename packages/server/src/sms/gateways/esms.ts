import type { HttpTemplate } from './http-template.js'

/** eSMS, customer care messages under a brandname (developers.esms.vn). `RequestId` keeps doubles out there too. */
export const esms: HttpTemplate = {
  url: 'https://rest.esms.vn/MainService.svc/json/SendMultipleMessage_V4_post_json/',
  format: 'json',
  headers: {},
  phone: '0',
  body: {
    ApiKey: '{apiKey}',
    SecretKey: '{secretKey}',
    Phone: '{to}',
    Content: '{text}',
    Brandname: '{sender}',
    SmsType: '2',
    IsUnicode: '0',
    Sandbox: '{sandbox}',
    RequestId: '{messageId}',
  },
  accepted: [{ path: 'CodeResult', equals: '100' }],
}
