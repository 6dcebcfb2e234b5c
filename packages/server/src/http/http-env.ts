import type { Endpoint } from '@kbyt/sdk/schema'

/** What middleware leaves for the handlers of one request. */
export interface HttpEnv {
  Variables: {
    requestId: string
    endpoint: Endpoint | undefined
    errorCode: string | undefined
  }
}
