// node scripts/screenshot.mjs <url> <out.png> [--width 390] [--height 844] [--dark] [--lang en]
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { findBrowser, launchArgs } from './browser.mjs'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '390' },
    height: { type: 'string', default: '844' },
    dark: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'vi' },
  },
})
const [url, path] = positionals
if (!url || !path)
  throw new TypeError('usage: screenshot.mjs <url> <out.png> [--width 390] [--dark]')

const { executablePath, env } = await findBrowser()
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  args: launchArgs(),
})
const page = await browser.newPage({
  viewport: { width: Number(values.width), height: Number(values.height) },
  colorScheme: values.dark ? 'dark' : 'light',
  locale: values.lang,
})
page.on('console', (message) => console.log(`${message.type()}: ${message.text()}`))
page.on('pageerror', (error) => console.error(error))
await page.goto(url, { waitUntil: 'networkidle' })
await page.screenshot({ path, fullPage: true })
await browser.close()
