import { esms } from '../sms/gateways/esms.js'
import { toSpeedsms } from '../sms/gateways/speedsms.js'
import { stringee } from '../sms/gateways/stringee.js'
import type { SmsSettings } from '../sms/sms-settings.js'

/** Where another system answers. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly isTls: boolean
}

/** The address of a URL of the web. */
export function toAddress(url: string): Address {
  const { protocol, hostname, port } = new URL(url)
  const isTls = protocol === 'https:'
  const host = hostname.replace(/^\[|\]$/g, '')
  return { host, port: Number(port) || (isTls ? 443 : 80), isTls }
}

/** Where the SMS operator answers; undefined where messages are printed. */
export function findGatewayAddress(settings: SmsSettings): Address | undefined {
  switch (settings.gateway) {
    case 'console':
      return undefined
    case 'smpp': {
      const { host, isTls, port = toSmppPort(isTls) } = settings
      return { host, port, isTls }
    }
    case 'esms':
      return toAddress(settings.url ?? esms.url)
    case 'speedsms':
      return toAddress(settings.url ?? toSpeedsms(settings.smsType).url)
    case 'stringee':
      return toAddress(settings.url ?? stringee.url)
    case 'vnpt':
      return toAddress(settings.url)
    case 'http':
      return toAddress(settings.template.url)
  }
}

/** The usual ports of SMPP, with TLS and without. */
export const toSmppPort = (isTls: boolean) => (isTls ? 3550 : 2775)
