import type { Page } from 'playwright'

/**
 * Notes what a page may not do: break its policy, throw, or ask another host. A refused call (401,
 * 422) is the server's answer, no complaint.
 */
export async function watchPage(page: Page, origin: string, complaints: string[]): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`policy: ${effectiveDirective} ${blockedURI}`)
    })
  })
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (/^(http|ws)s?:$/.test(protocol) && asked !== origin) complaints.push(`host: ${asked}`)
  })
}
