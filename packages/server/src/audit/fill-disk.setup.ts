import type { Store } from '../store/store.js'

/** From now on no row of the audit log can be written; what it returns makes room again. */
export function fillDisk({ audit }: Pick<Store, 'audit'>): () => void {
  const { append } = audit
  Object.assign(audit, { append: () => Promise.reject(new Error('disk full')) })
  return () => {
    Object.assign(audit, { append })
  }
}
