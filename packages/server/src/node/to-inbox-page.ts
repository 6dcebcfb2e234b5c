import { createHash } from 'node:crypto'
import { toNationalPhone } from '@kbyt/sdk/schema'
import type { SmsMessage } from '../ports.js'

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
li { margin: 1rem 0; padding: 1rem; border: 1px solid; border-radius: .5rem }
ol { list-style: none; padding: 0 }
h1 { font-size: 1.5rem } h2 { font-size: 1rem; margin: 0 } p { margin: .5rem 0; white-space: pre-line }
`
const styleHash = createHash('sha256').update(style).digest('base64')

export const inboxHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** The page with the messages that a developer's server did not send, newest first, and from whom. */
export function toInboxPage(messages: readonly SmsMessage[], sender: string): string {
  const items = messages.map(
    ({ to, text }) =>
      `<li><h2>${escapeHtml(`${sender} → ${toNationalPhone(to)}`)}</h2><p>${escapeHtml(text)}</p></li>`,
  )
  const list =
    items.length > 0
      ? `<ol>${items.join('\n')}</ol>`
      : '<p>Chưa có tin nhắn nào. <span lang="en">No messages yet.</span></p>'
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5">
<title>Tin nhắn SMS (thử nghiệm) – KBYT</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Tin nhắn SMS <span lang="en">/ SMS messages</span></h1>
<p>Chỉ có khi phát triển, chỉ xem được trên máy này. Tin mới nhất ở trên cùng.
<span lang="en">Development only, on this machine only. Newest first.</span></p>
${list}
</main>
</body>
</html>
`
}
