import type { Socket } from 'node:net'

/** One message of the protocol; its fields depend on the command. */
export interface SmppPdu {
  readonly command: string
  readonly command_status: number
  readonly sequence_number: number
  readonly source_addr?: string
  readonly source_addr_ton?: number
  readonly source_addr_npi?: number
  readonly destination_addr?: string
  readonly dest_addr_ton?: number
  readonly dest_addr_npi?: number
  readonly data_coding?: number
  readonly system_id?: string
  readonly password?: string
  readonly system_type?: string
  readonly short_message?: { readonly message: string }
  isResponse(): boolean
  response(fields?: Readonly<Record<string, unknown>>): SmppPdu
}

type Ask = (
  fields: Readonly<Record<string, unknown>>,
  onResponse: (response: SmppPdu) => void,
) => boolean

/** A connection; `false` from a call says that nothing was written. */
export interface SmppSession {
  readonly socket: Socket
  readonly bind_transmitter: Ask
  readonly submit_sm: Ask
  readonly enquire_link: Ask
  readonly unbind: Ask
  send(pdu: SmppPdu): boolean
  on(event: 'connect' | 'secureConnect' | 'close', listener: () => void): void
  on(event: 'error', listener: (error: Error) => void): void
  on(event: 'pdu', listener: (pdu: SmppPdu) => void): void
  close(): void
  destroy(): void
}

/** What we use of the package `smpp`. */
export interface SmppLibrary {
  connect(options: Readonly<Record<string, unknown>>): SmppSession
  createServer(
    options: Readonly<Record<string, unknown>>,
    listener: (session: SmppSession) => void,
  ): import('node:net').Server
}
