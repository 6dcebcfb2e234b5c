import { describe, expect, it, vi } from 'vitest'
import { createScanner } from './create-scanner.js'
import { draw, nextTask, refusing, seeing, setTab, showing, until } from './scanner.setup.js'
import type { ScannerOptions } from './scanner-options.js'

/** A scanner without a face before a canvas, and what it tells. */
function setup(options: ScannerOptions = {}) {
  localStorage.removeItem('kbyt.scanner')
  const shown = showing(draw('before the camera'))
  const codes: string[] = []
  const steps: string[] = []
  const decoder = seeing('a')
  const scanner = createScanner({
    camera: shown.camera,
    createDecoder: decoder.createDecoder,
    onCode: ({ text }) => codes.push(text),
    onState: ({ step }) => steps.push(step),
    ...options,
  })
  const isOn = () => shown.stream.getVideoTracks()[0]?.readyState === 'live'
  return { ...shown, scanner, codes, steps, decoder, isOn }
}

describe('a loop over the codes', () => {
  it('switches the camera on, and off again when it breaks off', async () => {
    const { scanner, isOn, steps } = setup()
    const taken: string[] = []

    for await (const { text, recognized } of scanner.codes()) {
      taken.push(`${text} ${recognized.kind}`)
      expect(isOn()).toBe(true)
      break
    }

    expect(taken).toEqual(['a unknown'])
    expect(isOn()).toBe(false)
    expect(steps).toEqual(['asking', 'scanning', 'idle'])
  })

  it('gives each code that comes, in turn', async () => {
    const { scanner, decoder } = setup()
    const taken: string[] = []

    for await (const { text } of scanner.codes()) {
      taken.push(text)
      if (taken.length === 2) break
      decoder.show('b')
    }

    expect(taken).toEqual(['a', 'b'])
  })

  it('throws the reason of the signal that ends it, and the camera is off', async () => {
    const { scanner, isOn, decoder } = setup()
    decoder.show()
    const abort = new AbortController()
    const next = scanner.codes({ signal: abort.signal }).next()
    await until(() => expect(scanner.state.step).toBe('scanning'))

    abort.abort(new RangeError('enough'))

    await expect(next).rejects.toThrow('enough')
    expect(isOn()).toBe(false)
  })

  it('asks for nothing when the signal has ended before', async () => {
    const { scanner, getUserMedia } = setup()

    const next = scanner.codes({ signal: AbortSignal.abort(new RangeError('late')) }).next()

    await expect(next).rejects.toThrow('late')
    expect(getUserMedia).not.toHaveBeenCalled()
  })

  it('ends when somebody stops the scanner', async () => {
    const { scanner, decoder } = setup()
    decoder.show()
    const next = scanner.codes().next()
    await until(() => expect(scanner.state.step).toBe('scanning'))

    scanner.stop()

    expect(await next).toEqual({ value: undefined, done: true })
  })

  it('throws when there is no picture, and the state says why', async () => {
    const { scanner } = setup({ camera: refusing('NotReadableError') })

    await expect(scanner.codes().next()).rejects.toMatchObject({ code: 'camera_unavailable' })
    expect(scanner.state).toEqual({ step: 'failed', problem: 'busy' })
  })

  it('leaves the camera of a scanner on that was on before', async () => {
    const { scanner, isOn } = setup()
    await scanner.start()

    for await (const _code of scanner.codes()) break

    expect(isOn()).toBe(true)
    scanner.stop()
  })
})

describe('several codes in the picture', () => {
  it('are never picked from without a person', async () => {
    const { scanner, codes, decoder } = setup()
    decoder.show('a', 'b')

    await scanner.start()
    await new Promise((resolve) => setTimeout(resolve, 400))

    expect(codes).toEqual([])
    scanner.stop()
  })

  it('are offered while the picture stands still, and the chosen one is reported', async () => {
    const video = document.createElement('video')
    const choose: ScannerOptions['choose'] = async (offered) => {
      expect(video.paused).toBe(true)
      return offered[1]
    }
    const { scanner, codes, steps, decoder } = setup({ video, choose })
    decoder.show('a', 'b')

    await scanner.start()
    await until(() => expect(codes).toEqual(['b']))

    expect(steps).toEqual(['asking', 'scanning', 'choosing', 'scanning'])
    scanner.stop()
  })

  it('are forgotten when the scanner stops before one was chosen', async () => {
    const pending: AbortSignal[] = []
    const choose: ScannerOptions['choose'] = async (offered, signal) => {
      pending.push(signal)
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      return offered[0]
    }
    const { scanner, codes, decoder } = setup({ choose })
    decoder.show('a', 'b')
    await scanner.start()
    await until(() => expect(pending).toHaveLength(1))

    scanner.stop()
    await nextTask()

    expect(pending[0]?.aborted).toBe(true)
    expect(codes).toEqual([])
  })
})

it('reports the same code again only after it was out of the picture for the time set', async () => {
  const { scanner, codes, decoder } = setup({ repeatAfterMs: 300 })
  await scanner.start()
  await until(() => expect(codes).toEqual(['a']))

  decoder.show()
  await new Promise((resolve) => setTimeout(resolve, 100))
  decoder.show('a')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(codes).toEqual(['a'])
  decoder.show()
  await new Promise((resolve) => setTimeout(resolve, 500))
  decoder.show('a')

  await until(() => expect(codes).toEqual(['a', 'a']))
  scanner.stop()
})

it('looks on when whoever is told throws, and the page hears of it', async () => {
  const heard = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined)
  const codes: string[] = []
  const { scanner, decoder } = setup({
    onCode: ({ text }) => {
      codes.push(text)
      if (text === 'a') throw new RangeError('no room')
    },
  })
  await scanner.start()
  await until(() => expect(codes).toEqual(['a']))

  decoder.show('b')

  await until(() => expect(codes).toEqual(['a', 'b']))
  expect(heard).toHaveBeenCalledWith(new RangeError('no room'))
  heard.mockRestore()
  scanner.stop()
})

it('lets the picture stand still in a pause, and looks on afterwards', async () => {
  const video = document.createElement('video')
  const { scanner, codes, decoder, isOn } = setup({ video })
  await scanner.start()
  await until(() => expect(codes).toEqual(['a']))

  scanner.pause()
  decoder.show('b')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect([codes, video.paused, isOn(), scanner.state.step]).toEqual([['a'], true, true, 'paused'])
  scanner.resume()

  await until(() => expect(codes).toEqual(['a', 'b']))
  expect(video.paused).toBe(false)
  scanner.stop()
})

it('goes off for good when the page hides during a pause', async () => {
  const { scanner, isOn, getUserMedia } = setup()
  await scanner.start()
  scanner.pause()

  setTab('hidden')
  setTab('visible')
  await nextTask()

  expect([isOn(), scanner.state.step]).toEqual([false, 'idle'])
  expect(getUserMedia).toHaveBeenCalledOnce()
})

it('hands the picture of a hidden page back when the permission comes late', async () => {
  const { scanner, isOn } = setup()
  const started = scanner.start()

  setTab('hidden')
  await started

  expect([isOn(), scanner.state.step]).toEqual([false, 'hidden'])
  scanner.stop()
})

it('ends its worker when it is closed', async () => {
  const { scanner, decoder, isOn } = setup()
  await scanner.start()

  scanner.close()

  expect(decoder.close).toHaveBeenCalledOnce()
  expect(isOn()).toBe(false)
})

describe('two scanners on one page', () => {
  it('share one camera, which the last one switches off', async () => {
    const { scanner, camera, getUserMedia, isOn, codes, decoder } = setup()
    const others: string[] = []
    const other = createScanner({
      camera,
      createDecoder: seeing('a').createDecoder,
      onCode: ({ text }) => others.push(text),
    })
    await Promise.all([scanner.start(), other.start()])
    await until(() => expect([codes, others]).toEqual([['a'], ['a']]))
    expect(getUserMedia).toHaveBeenCalledOnce()

    scanner.stop()
    expect(isOn()).toBe(true)
    decoder.show('b')
    other.stop()

    expect(isOn()).toBe(false)
    expect(codes).toEqual(['a'])
  })

  it('ask once when the first stops and the second starts before the permission', async () => {
    const { scanner, camera, getUserMedia, isOn } = setup()
    const other = createScanner({ camera, createDecoder: seeing().createDecoder })

    const first = scanner.start()
    scanner.stop()
    await Promise.all([first, other.start()])

    expect(getUserMedia).toHaveBeenCalledOnce()
    expect([isOn(), scanner.state.step, other.state.step]).toEqual([true, 'idle', 'scanning'])
    other.stop()
  })

  it('both hear of a camera that is unplugged', async () => {
    const { scanner, camera, stream } = setup()
    const other = createScanner({ camera, createDecoder: seeing().createDecoder })
    await Promise.all([scanner.start(), other.start()])

    stream.getVideoTracks()[0]?.dispatchEvent(new Event('ended'))

    const failed = { step: 'failed', problem: 'unplugged' }
    expect([scanner.state, other.state]).toEqual([failed, failed])
  })
})
