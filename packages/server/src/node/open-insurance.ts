import { readFile } from 'node:fs/promises'
import { createHttpInsurance } from '../insurance/create-http-insurance.js'
import { createListedInsurance } from '../insurance/create-listed-insurance.js'
import type { InsuranceDirectory } from '../ports.js'
import { explainFileFault } from './explain-file-fault.js'
import { SettingError } from './setting-error.js'
import type { Settings } from './settings.js'

/**
 * The insurer of the settings, or the list that stands for one; none where neither is named.
 *
 * @throws {SettingError} naming the variable that is wrong.
 */
export async function openInsurance(settings: Settings): Promise<InsuranceDirectory | undefined> {
  const { KBYT_INSURANCE_URL: url, KBYT_INSURANCE_TOKEN: token } = settings
  const { KBYT_INSURANCE_LIST: list } = settings
  if (url && list) throw new SettingError('KBYT_INSURANCE_LIST: give it or KBYT_INSURANCE_URL')
  try {
    if (url) return createHttpInsurance({ url, token })
    return list ? createListedInsurance(JSON.parse(await readFile(list, 'utf8'))) : undefined
  } catch (cause) {
    const unread = `${list} cannot be read as a list of insured people: ${explainFileFault(cause)}`
    const wrong = url
      ? 'KBYT_INSURANCE_URL must be an https address'
      : `KBYT_INSURANCE_LIST: ${unread}`
    throw new SettingError(wrong, { cause })
  }
}
