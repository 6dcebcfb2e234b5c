import type { WatchTriggers } from './outbox.js'

/** Wakes when the network is back and when the page is looked at again; never outside a page. */
export const watchPage: WatchTriggers = (wake) => {
  const { document } = globalThis
  const onVisible = () => {
    if (document.visibilityState === 'visible') wake()
  }
  // Workers have the first event, pages both, Node none.
  globalThis.addEventListener?.('online', wake)
  document?.addEventListener('visibilitychange', onVisible)
  return () => {
    globalThis.removeEventListener?.('online', wake)
    document?.removeEventListener('visibilitychange', onVisible)
  }
}
