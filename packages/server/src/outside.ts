import type { Config } from '@kbyt/sdk/schema'
import type { DisplayName } from './portal/to-shown-name.js'
import type { Alarm, Clock, Log, Meter, RandomBytes, Trace } from './ports.js'
import type { Store } from './store/store.js'
import type { Vault } from './vault.js'

/** What every service may use: the outside as it was passed in, defaults filled in. */
export interface Outside {
  readonly store: Store
  readonly vault: Vault
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly config: Config
  readonly displayName: DisplayName
  readonly log: Log
  readonly meter: Meter
  readonly trace?: Trace | undefined
  readonly raiseAlarm: (alarm: Alarm) => void
  /** Name of this writing process: its audit chain and its status lists. */
  readonly node: string
}
