import { KeysError } from '../crypto/keys-error.js'
import { SettingError } from '../node/setting-error.js'
import { UsageError } from './usage-error.js'

/** Whether somebody can mend it who reads its message: then that is all there is to show. */
export const isUsersError = (error: unknown): error is Error =>
  [UsageError, SettingError, KeysError].some((kind) => error instanceof kind)
