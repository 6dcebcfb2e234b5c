import type { Trace } from '../ports.js'
import type { Store } from '../store/store.js'

/** The same store with a span around each of its calls, named after room and operation. */
export function traceStore(store: Store, trace: Trace): Store {
  return traceCalls(store, 'store', trace)
}

function traceCalls<Room extends object>(room: Room, path: string, trace: Trace): Room {
  return new Proxy(room, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key)
      const name = `${path}.${String(key)}`
      if (typeof found === 'object' && found) return traceCalls(found, name, trace)
      if (typeof found !== 'function') return found
      return (...input: unknown[]) =>
        trace.run({ name, kind: 'client' }, async () => Reflect.apply(found, target, input))
    },
  })
}
