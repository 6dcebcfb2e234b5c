import { createListeners, type Listeners } from './create-listeners.js'

/** Listeners that hear of a change in any tab of the origin. */
export function createTabNews(name: string): Listeners {
  const own = createListeners()
  return {
    add(listener) {
      const channel = new BroadcastChannel(name)
      channel.addEventListener('message', listener)
      const stopOwn = own.add(listener)
      return () => {
        stopOwn()
        channel.close()
      }
    },
    notify() {
      own.notify()
      tellChannel(name)
    },
  }
}

/** Listeners of this tab hear it twice, which costs them a reading. */
function tellChannel(name: string): void {
  const channel = new BroadcastChannel(name)
  channel.postMessage('changed')
  channel.close()
}
