/** Lets one holder of a name work at a time; `navigator.locks` is one, over all tabs of an origin. */
export interface OutboxLocks {
  request<Result>(name: string, work: () => Promise<Result>): Promise<Result>
}
