import { KbytError } from '../../errors.js'

/** A tab's life. */
export interface Process {
  isAlive: boolean
}

/** What comes of an operation. */
export const endings = ['done', 'done', 'done', 'failed', 'killed-before', 'killed-after'] as const
export type Ending = (typeof endings)[number]

interface Operation {
  readonly process: Process
  /** A request on its way arrives though its sender is dead. */
  readonly isRequest: boolean
  /** From the request to the reply. */
  readonly isSending: boolean
  end(ending: Ending): void
}

/** Everything that is awaited in the world, and the one lock. */
export class Operations {
  #open: Operation[] = []
  #queue: { readonly process: Process; readonly begin: () => void }[] = []
  #holder: Process | undefined

  get count(): number {
    return this.#open.length
  }

  /** Whether a living tab waits for the server. */
  get isSending(): boolean {
    return this.#open.some(({ isSending, process }) => isSending && process.isAlive)
  }

  /** Ends one of the open operations, counted around. */
  end(number: number, ending: Ending): void {
    const operation = this.#open[number % this.#open.length]
    if (!operation) return
    this.#open = this.#open.filter((it) => it !== operation)
    operation.end(ending)
  }

  kill(process: Process): void {
    process.isAlive = false
    this.#open = this.#open.filter((it) => it.process !== process || it.isRequest)
    this.#queue = this.#queue.filter((it) => it.process !== process)
    if (this.#holder === process) this.#release()
  }

  /** An operation on the disk: with its effect whole or not at all. */
  await<Result>(process: Process, effect: () => Result): Promise<Result> {
    return this.#begin(process, effect, { isRequest: false, isSending: false })
  }

  /** A request and its reply: either may be lost. */
  async request<Result>(process: Process, effect: () => Result): Promise<Result> {
    const answer = await this.#begin(process, () => attempt(effect), {
      isRequest: true,
      isSending: true,
    })
    await this.#begin(process, () => {}, { isRequest: false, isSending: true })
    return answer()
  }

  lock<Result>(process: Process, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        this.#holder = process
        work()
          .finally(() => this.#release())
          .then(resolve, reject)
      }
      if (this.#holder) this.#queue.push({ process, begin })
      else begin()
    })
  }

  #release(): void {
    this.#holder = undefined
    this.#queue.shift()?.begin()
  }

  #begin<Result>(
    process: Process,
    effect: () => Result,
    kind: { readonly isRequest: boolean; readonly isSending: boolean },
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const end = (ending: Ending) => {
        if (ending === 'killed-before') return this.kill(process)
        const settle = ending === 'failed' ? toFailure(kind.isSending) : attempt(effect)
        if (ending === 'killed-after') this.kill(process)
        // The dead hear nothing.
        if (process.isAlive) new Promise<Result>((done) => done(settle())).then(resolve, reject)
      }
      if (process.isAlive) this.#open.push({ process, ...kind, end })
    })
  }
}

/** What a function does, kept to be had later: a refusal travels back as an answer does. */
function attempt<Result>(work: () => Result): () => Result {
  try {
    const result = work()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}

function toFailure(isSending: boolean): () => never {
  return () => {
    throw new KbytError(isSending ? 'offline' : 'storage_unavailable')
  }
}
