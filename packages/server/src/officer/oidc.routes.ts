import { KbytError } from '@kbyt/sdk'
import { finishOidcEndpoint, fullPath, startOidcEndpoint } from '@kbyt/sdk/schema'
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { accept } from '../http/accept.js'
import type { HttpEnv } from '../http/http-env.js'
import type { OriginPolicy } from '../http/origin-policy.js'
import { refuseOtherSites } from '../http/refuse-other-sites.js'
import { toNetwork } from '../http/to-network.js'
import type { Vault } from '../vault.js'
import { sessionLifeMs } from './officer.service.js'
import { toOfficerCookie } from './officer-cookie.js'
import type { OidcService } from './oidc.service.js'
import { endedOidcCookie, oidcCookie, toOidcCookie } from './oidc-cookie.js'

/** What a browser is sent through, and no script calls: answers are addresses and cookies. */
export function addOidcRoutes(
  hono: Hono<HttpEnv>,
  oidc: OidcService,
  { origins, vault }: { readonly origins: OriginPolicy; readonly vault: Vault },
): void {
  hono.get(fullPath(startOidcEndpoint.path), async (context) => {
    context.set('endpoint', startOidcEndpoint)
    refuseOtherSites(context.req.raw.headers, origins)
    const { input } = await accept(startOidcEndpoint, context.req)
    const { location, kept } = await oidc.start(input.returnTo ?? '/')
    return redirect(context, location, [toOidcCookie(kept)])
  })

  hono.get(fullPath(finishOidcEndpoint.path), async (context) => {
    context.set('endpoint', finishOidcEndpoint)
    refuseAllButNavigation(context.req.raw.headers)
    await accept(finishOidcEndpoint, context.req)
    // one way back for each way there, whatever becomes of it
    context.header('Set-Cookie', endedOidcCookie, { append: true })
    const { location, token } = await oidc.finish({
      parameters: new URL(context.req.url).searchParams,
      kept: getCookie(context, oidcCookie),
      networkIndex: await vault.index('network', toNetwork(context.get('address'))),
    })
    return redirect(context, location, [toOfficerCookie(token, sessionLifeMs / 1_000)])
  })
}

/** The provider's page sends the whole browser here; a frame or a script has no business with it. */
function refuseAllButNavigation(headers: Headers): void {
  const mode = headers.get('sec-fetch-mode') ?? 'navigate'
  const destination = headers.get('sec-fetch-dest') ?? 'document'
  if (mode !== 'navigate' || destination !== 'document' || headers.has('origin')) {
    throw new KbytError('origin_not_allowed')
  }
}

function redirect(context: Context<HttpEnv>, location: string, cookies: readonly string[]) {
  for (const cookie of cookies) context.header('Set-Cookie', cookie, { append: true })
  context.header('Location', location)
  return context.body(null, 303)
}
