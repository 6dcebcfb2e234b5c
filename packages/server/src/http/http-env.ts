import type { Endpoint } from '@kbyt/sdk/schema'

/** What middleware leaves for the handlers of one request. */
export interface HttpEnv {
  Variables: {
    requestId: string
    /** Where the call came from. */
    address: string
    endpoint: Endpoint | undefined
    errorCode: string | undefined
  }
}
