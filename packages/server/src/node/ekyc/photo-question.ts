/** What the thread that reads photos is asked. */
export interface PhotoQuestion {
  readonly id: number
  readonly wants: 'qr' | 'zone'
  readonly photo: Uint8Array
}
