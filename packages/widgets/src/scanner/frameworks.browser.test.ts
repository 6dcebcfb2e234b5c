import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, onTestFinished, vi } from 'vitest'
import { draw, seeing, showing, text, until } from './scanner.setup.js'

/** Presses the scanner's own button, wherever it is. */
async function start(root: ParentNode) {
  await until(() => expect(root.querySelector('kbyt-scanner')).not.toBeNull())
  const scanner = root.querySelector('kbyt-scanner')!
  await scanner.updateComplete
  scanner.shadowRoot!.querySelector<HTMLButtonElement>('.next')!.click()
  return scanner
}

it('takes its properties and its events from React', async () => {
  const { camera } = showing(draw(text))
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  onTestFinished(() => root.unmount())
  const onScan = vi.fn()

  root.render(
    createElement('kbyt-scanner', {
      camera,
      createDecoder: seeing(text).createDecoder,
      'repeat-after-ms': 500,
      'onkbyt-code-scanned': ({ text: scanned }: { text: string }) => onScan(scanned),
    }),
  )
  const scanner = await start(place)

  await until(() => expect(onScan).toHaveBeenCalledExactlyOnceWith(text))
  expect(scanner.repeatAfterMs).toBe(500)
})

it('switches the camera off when React takes it away', async () => {
  const { camera, stream } = showing(draw(text))
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  root.render(createElement('kbyt-scanner', { camera, createDecoder: seeing().createDecoder }))
  const scanner = await start(place)
  await until(() => expect(scanner.state.step).toBe('scanning'))

  root.unmount()

  await until(() => expect(stream.getVideoTracks()[0]?.readyState).toBe('ended'))
})

it('works in the shadow of another element, and its event comes out', async () => {
  const { camera } = showing(draw(text))
  const host = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => host.remove())
  const shadow = host.attachShadow({ mode: 'open' })
  const properties = { camera, createDecoder: seeing(text).createDecoder }
  shadow.append(Object.assign(document.createElement('kbyt-scanner'), properties))
  const onScan = vi.fn()
  host.addEventListener('kbyt-code-scanned', ({ text: scanned }) => onScan(scanned))

  await start(shadow)

  await until(() => expect(onScan).toHaveBeenCalledExactlyOnceWith(text))
})
