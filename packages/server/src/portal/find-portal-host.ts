import type { CreateAppOptions } from '../app-options.js'

/** The host that posters lead to, as it is now: a development server learns its port late. */
export function createFindPortalHost({
  portalHost,
  origins,
  config,
}: Pick<CreateAppOptions, 'portalHost' | 'origins' | 'config'>): () => string {
  return () => {
    const [origin] = typeof origins === 'function' ? origins() : origins
    return portalHost ?? (origin === undefined ? config.issuer : new URL(origin).host)
  }
}
