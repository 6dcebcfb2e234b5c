import { KbytError } from '../errors.js'
import { toScannedText } from './scanned-text.js'
import { venueCodeForm } from './venue-facts.js'

/** What a poster's address holds. */
export interface VenueAddress {
  readonly host: string
  readonly venueCode: string
  readonly digits: string
}

// No URL of ours is as long; a longer text is not read at all.
const maxLength = 1_400
// The whole text, letter by letter: no user, no query, no second form of one address.
const form = /^https:\/\/([a-z0-9.-]+(?::[0-9]{1,5})?)\/v\/([^/?#]*)#([0-9]+)$/
const hostForm = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?$/

/** The text of a poster's QR: the fragment stays on the phone that opens the address. */
export function toVenueAddress({ host, venueCode, digits }: VenueAddress): string {
  return `https://${host}/v/${venueCode}#${digits}`
}

/** @throws {TypeError} A host is no plain host name in lower case, with a port where there is one. */
export function checkHosts(hosts: readonly string[]): void {
  if (!Array.isArray(hosts) || hosts.length === 0) throw new TypeError('hosts is missing')
  for (const host of hosts)
    if (!hostForm.test(host)) throw new TypeError(`"${host}" is no host name in lower case`)
}

/**
 * Reads a poster's address, if it is one of our hosts'. Hosts are compared as a whole.
 *
 * @throws {KbytError} `qr_foreign`: no poster, or of a host that is not on the list.
 */
export function parseVenueAddress(text: string, hosts: readonly string[]): VenueAddress {
  const scanned = text.length > maxLength ? '' : toScannedText(text)
  const [, host = '', venueCode = '', digits = ''] = form.exec(scanned) ?? []
  if (!hosts.includes(host) || !venueCodeForm.test(venueCode)) throw new KbytError('qr_foreign')
  return { host, venueCode, digits }
}
