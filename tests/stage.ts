import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toMobileE164 } from '@kbyt/sdk/schema'
import type { PublishableKey, SmsMessage } from '@kbyt/server'
import { type BrowserContextOptions, chromium, type Page } from 'playwright'
import { type Portal, startPortal } from '../examples/portal/serving/start-portal.ts'
import { findBrowser, launchArgs } from '../scripts/browser.mjs'
import { watchPage } from './watch-page.ts'

export interface StageOptions {
  /** A video that the browser's camera plays. */
  readonly camera?: string
  readonly publishableKeys?: readonly PublishableKey[]
}

/** The real portal on a port of its own, its data on disk, and a browser in front of it. */
export interface Stage {
  /** The portal that runs now. */
  readonly portal: Portal
  /** Every SMS so far. */
  readonly messages: readonly SmsMessage[]
  /** What the pages complained about: CSP, Trusted Types, script errors, other hosts. */
  readonly complaints: readonly string[]
  /** A page in a browser of its own: no cookie or storage is shared with other pages. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>
  /** Closes every page so far: a camera that still reads, or a counter that counts, would take time from others. */
  leave(): Promise<void>
  /** The `count`th code sent to this phone, waited for. */
  readCode(phone: string, count?: number): Promise<string>
  /** Moves the server's clock forward. */
  advance(ms: number): void
  stopServer(): Promise<void>
  /** Starts it again on the same port, with the same data. */
  startServer(): Promise<void>
  close(): Promise<void>
}

export async function openStage({
  camera,
  publishableKeys = [],
}: StageOptions = {}): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kbyt-e2e-'))
  const messages: SmsMessage[] = []
  const complaints: string[] = []
  let offsetMs = 0
  const start = (port: number) =>
    startPortal({
      port,
      dataDir,
      publishableKeys,
      clock: { now: () => Date.now() + offsetMs },
      log: () => {},
      sms: {
        name: 'e2e',
        isWebOtpAllowed: true,
        send: async (message) => {
          messages.push(message)
        },
      },
    })
  let portal = await start(4_500 + Math.floor(Math.random() * 1_000))
  const browser = await launch(camera)
  return {
    get portal() {
      return portal
    },
    messages,
    complaints,
    open: async (address, options = {}) => {
      const context = await browser.newContext({ locale: 'vi-VN', ...options })
      const page = await context.newPage()
      await watchPage(page, portal.url, complaints)
      page.setDefaultTimeout(20_000)
      await page.goto(new URL(address, portal.url).href)
      return page
    },
    leave: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    readCode: (phone, count = 1) => waitForCode(messages, phone, count),
    advance: (ms) => {
      offsetMs += ms
    },
    stopServer: () => portal.close(),
    startServer: async () => {
      portal = await start(portal.port)
    },
    close: async () => {
      await browser.close()
      await portal.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(camera: string | undefined) {
  const { executablePath, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: launchArgs(camera),
  })
}

async function waitForCode(
  messages: readonly SmsMessage[],
  phone: string,
  count: number,
): Promise<string> {
  const to = toMobileE164(phone)
  // 20 s, what a page is given too: a machine may be as busy for the server.
  for (let tries = 0; tries < 400; tries++) {
    const code = messages.filter((message) => message.to === to)[count - 1]?.params.code
    if (code) return code
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`No code number ${count} came for ${phone}`)
}
