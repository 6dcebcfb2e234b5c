// The marks that apps put into the user agent of their own browser; the first that fits counts,
// since Messenger and Instagram also say what Facebook says.
const marks: readonly (readonly [app: string, mark: RegExp])[] = [
  ['Zalo', /\bZalo\b/i],
  ['Messenger', /\bMessengerForiOS\b|\bMESSENGER\b|\bcom\.facebook\.orca\b|\bOrca-Android\b/i],
  ['Instagram', /\bInstagram\b/],
  ['Threads', /\bBarcelona\b/],
  ['Facebook', /\bFBA[NV]\b|\bFB_IAB\b|\bFBIOS\b|\bFB4A\b/],
  ['TikTok', /\bTikTok\b|\bmusical_ly\b|\bBytedanceWebview\b|\btrill_\d/i],
  ['LINE', /\bLine\/\d/i],
  ['WeChat', /\bMicroMessenger\b/i],
  ['Viber', /\bViber\b/i],
  ['Telegram', /\bTelegram\b/i],
  ['X', /\bTwitter(?: for |Android\b)/i],
  ['LinkedIn', /\bLinkedInApp\b/],
]

/**
 * Names the app whose own browser shows the page; undefined for browsers proper. Many of these have
 * no camera, or never answer when asked for it.
 *
 * @example
 * findInAppBrowser(navigator.userAgent) // 'Zalo'
 */
export function findInAppBrowser(userAgent: string): string | undefined {
  return marks.find(([, mark]) => mark.test(userAgent))?.[0]
}
