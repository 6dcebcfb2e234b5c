import type { HttpTemplate } from './http-template.js'

/**
 * VNPT's brandname service, by registered template and parameters. The address is the contract's;
 * parameter 1 of the template is the code.
 */
export const vnpt: Omit<HttpTemplate, 'url'> = {
  format: 'json',
  headers: {},
  phone: '84',
  body: {
    RQST: {
      name: 'send_sms_list',
      REQID: '{messageId}',
      LABELID: '{labelId}',
      CONTRACTTYPEID: '{contractTypeId}',
      CONTRACTID: '{contractId}',
      TEMPLATEID: '{templateId}',
      PARAMS: [{ NUM: '1', CONTENT: '{params.code}' }],
      SCHEDULETIME: '',
      MOBILELIST: '{to}',
      ISTELCOSUB: '0',
      AGENTID: '{agentId}',
      APIUSER: '{apiUser}',
      APIPASS: '{apiPassword}',
      USERNAME: '{username}',
      DATACODING: '0',
    },
  },
  accepted: [{ path: 'RPLY.ERROR', equals: '0' }],
}
