import type { Keeper, SessionKeeper } from './keeper.js'

/** `fetch`, or whatever stands in for it: `app.request` of an app in the same process will do. */
export type Fetch = (
  input: string | URL | Request,
  init?: RequestInit,
) => Response | Promise<Response>

/** A connection to one backend, made by `createClient`; every call takes it first. */
export interface Client {
  /** The origin of the API, without a slash at its end. */
  readonly baseUrl: string
  readonly publishableKey: string | undefined
  /** The key of the machine this runs on. */
  readonly deviceKey: string | undefined
  readonly session: SessionKeeper
  /** The officer's token where there are no cookies; empty in browsers. */
  readonly officerToken: Keeper<string>
  readonly fetch: Fetch
  readonly timeoutMs: number
}
