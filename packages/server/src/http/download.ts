import type { MediaType } from '@kbyt/sdk/schema'

/** An answer that is no JSON. It is sent while it is made, so that a long one is never whole in memory. */
export class Download {
  readonly type: MediaType
  readonly chunks: AsyncIterable<string> | Iterable<string>
  /** Under which a browser saves it: ASCII without quotes. */
  readonly fileName: string | undefined

  constructor(type: MediaType, chunks: Download['chunks'], fileName?: string) {
    this.type = type
    this.chunks = chunks
    this.fileName = fileName
  }
}
