import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { adult, enterCode, fillDeclaration, readQrs, submit } from './journey.ts'
import { openStage, type Stage } from './stage.ts'

// A partner's page: plain HTML on an origin of its own, one script tag, one element, one key.
const partnerPage = join(import.meta.dirname, '../examples/portal/partner/index.html')
const key = 'kbyt_pk_song_huong'
let stage: Stage
let partner: Server
let stranger: Server
beforeAll(async () => {
  const html = () => fillPage(stage.portal.url)
  partner = await serveHtml(html)
  stranger = await serveHtml(html)
  stage = await openStage({ publishableKeys: [{ key, origins: [originOf(partner)] }] })
})
afterEach(() => stage.leave())
afterAll(async () => {
  await stage.close()
  partner.close()
  stranger.close()
})

const fillPage = (portal: string) =>
  readFileSync(partnerPage, 'utf8').replaceAll('%PORTAL%', portal).replaceAll('%KEY%', key)

const originOf = (server: Server) => {
  const { port } = server.address() as AddressInfo
  return `http://localhost:${port}`
}

function serveHtml(html: () => string): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html())
  })
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server)))
}

it('declares from a second origin, with one tag and a key, through real CORS', async () => {
  const phone = '0905000201'
  const page = await stage.open(originOf(partner))

  await page.getByLabel('Số điện thoại di động').fill(phone)
  await page.getByRole('button', { name: 'Gửi mã' }).click()
  await enterCode(page, await stage.readCode(phone))
  await fillDeclaration(page, [adult])
  await submit(page)

  expect(await readQrs(page, 1)).toEqual([expect.stringMatching(/^[1-9]\d{200,}$/)])
  expect(stage.messages.at(-1)?.text).toContain(`@localhost #`)
})

it('says clearly that an origin is not allowed', async () => {
  const page = await stage.open(originOf(stranger))

  await page.getByText('Trang này chưa được phép sử dụng dịch vụ khai báo y tế').first().waitFor()
})
