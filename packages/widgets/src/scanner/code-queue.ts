/** Values that come when they come, for a `for await` loop that takes them one by one. */
export interface CodeQueue<Value> extends AsyncIterableIterator<Value, undefined> {
  push(value: Value): void
  /** The loop ends after what is still in the queue. */
  end(): void
  /** The loop throws after what is still in the queue. */
  fail(reason: unknown): void
}

interface Waiter<Value> {
  resolve(result: IteratorResult<Value, undefined>): void
  reject(reason: unknown): void
}

type Ending = { readonly reason: unknown } | 'done'

/**
 * Makes a queue; `onLeave` is called once when the loop ends, whoever ends it.
 *
 * @example
 * const queue = createCodeQueue<{ text: string }>(() => show('left'))
 * queue.push({ text })
 * for await (const { text } of queue) console.log(text)
 */
export function createCodeQueue<Value extends object>(onLeave: () => void): CodeQueue<Value> {
  const values: Value[] = []
  const waiters: Waiter<Value>[] = []
  let ending: Ending | undefined

  function finish(how: Ending): void {
    if (ending) return
    ending = how
    for (const waiter of waiters.splice(0)) answer(waiter, how)
    onLeave()
  }

  return {
    push(value) {
      if (ending) return
      const waiter = waiters.shift()
      if (waiter) waiter.resolve({ value, done: false })
      else values.push(value)
    },
    end: () => finish('done'),
    fail: (reason) => finish({ reason }),
    next: () =>
      new Promise((resolve, reject) => {
        const value = values.shift()
        if (value !== undefined) resolve({ value, done: false })
        else if (ending) answer({ resolve, reject }, ending)
        else waiters.push({ resolve, reject })
      }),
    async return() {
      values.length = 0
      finish('done')
      return { value: undefined, done: true }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

function answer<Value>({ resolve, reject }: Waiter<Value>, ending: Ending): void {
  if (ending === 'done') resolve({ value: undefined, done: true })
  else reject(ending.reason)
}
