import { SettingError } from '../node/setting-error.js'
import { readSettings, type Settings } from '../node/settings.js'
import { checkDatabase } from './check-database.js'
import { checkDisk } from './check-disk.js'
import { checkNodeVersion } from './check-node-version.js'
import { checkOutside } from './check-outside.js'
import { checkConfigFile, checkDataDirectory } from './check-private-files.js'
import { checkOrigins, checkPortal, checkProxies } from './check-serving.js'
import { checkVariables } from './check-variables.js'
import { type Finding, fail } from './finding.js'

/** Looks at everything a server needs, without making or changing any of it. */
export async function examine(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding[]> {
  const node = checkNodeVersion(process.versions.node)
  const variables = checkVariables(environment)
  const settings = tryReading(environment)
  if (!('KBYT_DATA_DIR' in settings)) {
    // a variable that means nothing may be the one that is missing
    return variables.level === 'ok' ? [node, settings] : [node, variables, settings]
  }
  return [
    node,
    variables,
    ...(await checkConfigFile(settings)),
    await checkDataDirectory(settings),
    ...(await checkDatabase(settings)),
    await checkDisk(settings.KBYT_DATA_DIR),
    checkOrigins(settings),
    checkProxies(settings),
    await checkPortal(settings),
    ...(await checkOutside(settings)),
  ]
}

function tryReading(environment: Readonly<Record<string, string | undefined>>): Settings | Finding {
  try {
    return readSettings(environment)
  } catch (error) {
    if (error instanceof SettingError) return fail('settings', error.message)
    throw error
  }
}
