import type { MessageRow } from '../store/store.js'

export interface DeliveryPumpOptions {
  /** How many messages are carried at a time. */
  readonly maxUnderWay: number
  /** Takes at most so many that wait. */
  readonly claim: (limit: number) => Promise<MessageRow[]>
  /** Carries one to its end; never rejects. */
  readonly carry: (message: MessageRow) => Promise<void>
}

/** Owns: that whatever waits is taken while there is room, and that nothing under way is forgotten. */
export interface DeliveryPump {
  /** Takes all that waits; resolves once nothing waits, while the last may be under way. */
  run(): Promise<void>
  /** Awaits what is under way now. */
  settle(): Promise<void>
  /** Takes no more, and awaits what is under way. */
  stop(): Promise<void>
}

export function createDeliveryPump({
  maxUnderWay,
  claim,
  carry,
}: DeliveryPumpOptions): DeliveryPump {
  const underWay = new Set<Promise<void>>()
  let isStopped = false
  let isWanted = false
  let running: Promise<void> | undefined

  function start(message: MessageRow): void {
    const run = carry(message).finally(() => underWay.delete(run))
    underWay.add(run)
  }

  async function takeWaiting(): Promise<void> {
    while (!isStopped) {
      const room = maxUnderWay - underWay.size
      const messages = room > 0 ? await claim(room) : []
      if (room > 0 && messages.length === 0) return
      for (const message of messages) start(message)
      if (underWay.size >= maxUnderWay) await Promise.race(underWay)
    }
  }

  /** One at a time: who asks while it runs has it look once more. */
  async function runOnce(): Promise<void> {
    try {
      while (isWanted) {
        isWanted = false
        await takeWaiting()
      }
    } finally {
      running = undefined
    }
  }

  const settle = async () => {
    await Promise.all(underWay)
  }
  return {
    run() {
      isWanted = true
      running ??= runOnce()
      return running
    },
    settle,
    async stop() {
      isStopped = true
      await running?.catch(() => {})
      await settle()
    },
  }
}
