// What a partner may run in a Web Worker: each room of the SDK once, where there is no document.

import { createOutbox, flushOutbox, recordVisit } from './check-in/index.js'
import { createClient } from './client/create-client.js'
import { getConfig } from './config/get-config.js'
import { parseCccdQr } from './documents/index.js'
import { isKbytError } from './errors.js'
import { loadProvince } from './places/index.js'
import { evaluatePolicy, parsePolicy } from './policy/index.js'
import { vectors as policyVectors } from './policy/vectors.setup.js'
import { recognizeQr, verifyQr } from './qr/index.js'
import { facts, setupIssuer } from './qr/qr.setup.js'
import type { VisitBatch } from './schema/visit.js'
import { createBrowserTrustStore } from './trust/index.js'

const toCode = (error: unknown) => (isKbytError(error) ? error.code : String(error))

const rooms: Record<string, () => Promise<unknown>> = {
  async client() {
    const closed = createClient({ baseUrl: 'http://127.0.0.1:1' })
    return getConfig(closed).catch(toCode)
  },
  async abort() {
    const here = createClient({ baseUrl: '/' })
    const signal = AbortSignal.abort('left the page')
    return getConfig(here, { signal }).catch(String)
  },
  async documents() {
    return parseCccdQr('046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022').bornOn
  },
  async places() {
    return (await loadProvince('2021-03', '46'))?.wards.length
  },
  async qr() {
    const { text, options } = await setupIssuer()
    const { displayName } = await verifyQr(text, options)
    const refused = await verifyQr(`${text}1`, options).catch(toCode)
    return [recognizeQr(text).kind, displayName === facts.displayName, refused]
  },
  async policy() {
    const [vector] = policyVectors.decisions
    const policy = policyVectors.policies.find(({ version }) => version === vector?.policy)
    if (!vector) return undefined
    const decision = evaluatePolicy(parsePolicy(policy), vector.facts, Date.parse(vector.at))
    return decision.measure === vector.decision.measure
  },
  async trust() {
    const store = createBrowserTrustStore('kbyt-trust-in-worker')
    return store.load()
  },
  async checkIn() {
    const sent: VisitBatch[] = []
    const outbox = createOutbox({
      send: async (batch) => {
        sent.push(batch)
        const results = batch.visits.map(({ visitId }) => ({ visitId }))
        return { receivedAt: new Date().toISOString(), results }
      },
    })
    const subject = { by: 'pass', passId: '00f1e2d3c4b5a697' } as const
    await recordVisit(outbox, {
      venueCode: 'HUE00001',
      direction: 'in',
      scannedBy: 'visitor',
      subject,
    })
    await flushOutbox(outbox)
    return sent.flatMap(({ visits }) => visits).length
  },
}

globalThis.addEventListener('message', async ({ data }: MessageEvent<string>) => {
  const answer = rooms[data]?.() ?? Promise.resolve('no such room')
  globalThis.postMessage(await answer.catch(toCode))
})
