import { getOrigins } from '../node/open-configured-backend.js'
import { readConfig } from '../node/read-config.js'
import { SettingError } from '../node/setting-error.js'
import type { Settings } from '../node/settings.js'
import { type Finding, fail, ok, warn } from './finding.js'

/** Pages are opened by https; browsers give a camera to no others. */
export function checkOrigins(settings: Settings): Finding {
  return explain('origins', () => {
    const origins = getOrigins(settings)
    const open = origins.filter((origin) => !isSafe(new URL(origin)))
    return open.length === 0
      ? ok('origins', origins.join(' '))
      : fail('origins', `KBYT_ORIGINS: ${open.join(' ')} must be https`)
  })
}

const isSafe = ({ protocol, hostname }: URL) => protocol === 'https:' || hostname === 'localhost'

export async function checkPortal({ KBYT_PORTAL_CONFIG: file }: Settings): Promise<Finding> {
  try {
    const config = await readConfig(file)
    return config
      ? ok('portal', `${config.issuer}, from ${file}`)
      : warn('portal', 'KBYT_PORTAL_CONFIG is not set: this is the demonstration of Huế')
  } catch (error) {
    return fail('portal', toText(error))
  }
}

/** Who calls through a proxy that is not named all count as one, and limits meet them together. */
export function checkProxies({
  KBYT_ENVIRONMENT: environment,
  KBYT_TRUSTED_PROXIES: proxies = [],
}: Settings): Finding {
  return proxies.length > 0 || environment === 'development'
    ? ok('proxies', proxies.join(' ') || 'none')
    : warn(
        'proxies',
        'KBYT_TRUSTED_PROXIES is not set: right only if browsers reach this port itself',
      )
}

function explain(name: string, check: () => Finding): Finding {
  try {
    return check()
  } catch (error) {
    return fail(name, toText(error))
  }
}

const toText = (error: unknown) =>
  error instanceof SettingError ? error.message : 'it cannot be used'
