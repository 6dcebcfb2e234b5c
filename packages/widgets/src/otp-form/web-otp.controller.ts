import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Reads the code out of the SMS where the browser can (WebOTP); elsewhere it does nothing.
 *
 * Owns: the one outstanding request. Does not own: the field.
 */
export class WebOtpController implements ReactiveController {
  readonly #onCode: (code: string) => void
  #abort: AbortController | undefined

  constructor(host: ReactiveControllerHost, onCode: (code: string) => void) {
    this.#onCode = onCode
    host.addController(this)
  }

  listen(): void {
    if (this.#abort || !('OTPCredential' in globalThis)) return
    this.#abort = new AbortController()
    void this.#read(this.#abort)
  }

  stop(): void {
    this.#abort?.abort()
    this.#abort = undefined
  }

  hostDisconnected(): void {
    this.stop()
  }

  async #read(abort: AbortController): Promise<void> {
    const options: object = { otp: { transport: ['sms'] }, signal: abort.signal }
    try {
      const credential: unknown = await navigator.credentials.get(options)
      const code: unknown = credential && Reflect.get(Object(credential), 'code')
      if (typeof code === 'string' && !abort.signal.aborted) this.#onCode(code)
    } catch {
      // Refused, timed out or left: the person types the code.
    } finally {
      if (this.#abort === abort) this.#abort = undefined
    }
  }
}
