import { type Address, findGatewayAddress, toAddress } from '../node/find-address.js'
import { openGateway } from '../node/open-configured-backend.js'
import { openInsurance } from '../node/open-insurance.js'
import { openOidc } from '../node/open-oidc.js'
import { readImportSources } from '../node/read-import-sources.js'
import { SettingError } from '../node/setting-error.js'
import type { Settings } from '../node/settings.js'
import { findSilence } from './find-silence.js'
import { type Finding, fail, ok, warn } from './finding.js'

/**
 * The systems that the settings name: whether they are meant rightly, and somebody answers. Nothing is sent.
 * Who is silent is a warning: it may be back soon, and a server starts without.
 */
export async function checkOutside(settings: Settings): Promise<Finding[]> {
  const { KBYT_INSURANCE_URL: insurer, KBYT_INSURANCE_LIST: list } = settings
  const { KBYT_IMPORT_SOURCES: sources, KBYT_OIDC_ISSUER: issuer } = settings
  const checks = [
    tell('sms', () => checkSms(settings)),
    ...(insurer || list ? [tell('insurance', () => checkInsurance(settings))] : []),
    ...(sources ? [tell('imports', () => checkImports(sources))] : []),
    ...(issuer ? [tell('oidc', () => checkOidc(settings, issuer))] : []),
  ]
  return Promise.all(checks)
}

async function tell(name: string, check: () => Promise<Finding>): Promise<Finding> {
  try {
    return await check()
  } catch (error) {
    return fail(name, error instanceof SettingError ? error.message : 'it cannot be used')
  }
}

async function checkSms(settings: Settings): Promise<Finding> {
  const gateway = openGateway(settings)
  await gateway?.close?.()
  const address = settings.sms && findGatewayAddress(settings.sms)
  if (!gateway || !address) {
    return warn('sms', 'messages are printed, which is for development alone')
  }
  return listen('sms', gateway.name, address)
}

async function checkInsurance(settings: Settings): Promise<Finding> {
  await openInsurance(settings)
  const { KBYT_INSURANCE_URL: url, KBYT_INSURANCE_LIST: list } = settings
  return url ? listen('insurance', url, toAddress(url)) : ok('insurance', `the list ${list}`)
}

async function checkImports(file: string): Promise<Finding> {
  const sources = await readImportSources(file)
  const named = sources.filter(({ keys }) => keys.length > 0)
  const kids = named.map(({ source, keys }) => `${source} ${keys.map(({ kid }) => kid).join(' ')}`)
  return ok('imports', kids.join(', ') || `no keys in ${file}`)
}

async function checkOidc(settings: Settings, issuer: string): Promise<Finding> {
  openOidc(settings)
  return listen('oidc', issuer, toAddress(issuer))
}

async function listen(name: string, what: string, address: Address): Promise<Finding> {
  const place = `${address.host}:${address.port}`
  const silence = await findSilence(address)
  return silence === undefined
    ? ok(name, `${what}; ${place} answers, nothing was sent`)
    : warn(name, `${what}; nobody answers at ${place}, or nobody trusted (${silence})`)
}
