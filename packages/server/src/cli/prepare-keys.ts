import { openKeys } from '../crypto/node-open-keys.js'
import { prepareKeys as prepare } from '../crypto/node-rotate-keys.js'
import type { Settings } from '../node/settings.js'
import { findKeys } from './find-keys.js'

/** Makes the next keys, which every server should know before one of them uses them. */
export async function prepareKeys(settings: Settings): Promise<void> {
  const folder = findKeys(settings)
  await openKeys(folder)
  await prepare(folder)
  console.log(
    `The next keys are in ${folder}: copy it to every server, restart them one after the other, ` +
      'then run kbyt-server keys rotate.',
  )
}
