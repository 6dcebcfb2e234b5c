import type { App } from '../app-options.js'
import { createConsoleGateway } from './create-console-gateway.js'
import { isFromThisMachine } from './is-from-this-machine.js'
import { inboxHeaders, toInboxPage } from './to-inbox-page.js'

/** The console in place of a gateway, and the page with what it got: for this machine alone it exists. */
export function openInbox(environment: 'development' | 'production', sender: string) {
  const sms = createConsoleGateway(environment, console.log)
  const addInbox = (app: App): App => ({
    ...app,
    async fetch(request, env) {
      const isInbox = request.method === 'GET' && new URL(request.url).pathname === '/v1/dev/sms'
      if (!isInbox || !isFromThisMachine(request, env)) return app.fetch(request, env)
      return new Response(toInboxPage(sms.messages, sender), { headers: inboxHeaders })
    },
  })
  return { sms, addInbox }
}
