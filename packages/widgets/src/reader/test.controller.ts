import type { LitElement, ReactiveController } from 'lit'
import { type Arrival, checkScan, type TestedScan } from './check-scan.js'
import { listenToReader } from './listen-to-reader.js'
import type { ReaderScan } from './reader-scan.js'
import { type TestCodeName, testCodes } from './test-codes.js'

interface TestOptions {
  readonly getAffixes: () => { readonly prefix: string; readonly suffix: string }
  readonly onTested: (code: TestCodeName, isRead: boolean) => void
}

/** What a person typed by hand is no test of a reader. */
const fewestKeys = 8

/**
 * The test of a reader: what each code's last scan said, and which code comes next.
 *
 * Owns the listener, wherever the focus is, and the results. Does not own how they are shown.
 */
export class TestController implements ReactiveController {
  /** The code on the screen. */
  shown: TestCodeName = 'pass'
  /** The last scan, of a test code or another. */
  last: TestedScan | undefined
  readonly #results = new Map<TestCodeName, TestedScan>()
  readonly #host: LitElement
  readonly #options: TestOptions
  #stop: (() => void) | undefined

  constructor(host: LitElement, options: TestOptions) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  /** Whether all codes arrived as they should. */
  get isReady(): boolean {
    return this.left.length === 0
  }

  /** The codes that have not yet arrived as they should. */
  get left(): readonly TestCodeName[] {
    return testCodes.map(({ name }) => name).filter((name) => !this.#results.get(name)?.isRead)
  }

  find(name: TestCodeName): TestedScan | undefined {
    return this.#results.get(name)
  }

  show(name: TestCodeName): void {
    this.shown = name
    this.last = this.#results.get(name)
    this.#host.requestUpdate()
  }

  restart(): void {
    this.#results.clear()
    this.show('pass')
  }

  /** Takes what arrived; a code that arrived well makes room for the next. */
  take(scan: ReaderScan, arrival: Arrival): void {
    const tested = checkScan(scan, arrival)
    if (!tested.code && (arrival === 'typing' || scan.keyCount < fewestKeys)) return
    this.last = tested
    this.#host.requestUpdate()
    if (!tested.code) return
    const { name } = tested.code
    this.#results.set(name, tested)
    this.shown = tested.isRead ? (this.left[0] ?? name) : name
    this.#options.onTested(name, tested.isRead)
  }

  /** Takes a text that came without keys. */
  takeInsertion(text: string): void {
    this.take({ ...withoutKeys, text, typed: text, keyCount: text.length }, 'insertion')
  }

  hostConnected(): void {
    this.#stop = listenToReader({
      ...this.#options.getAffixes(),
      onScan: (scan) => this.take(scan, 'scan'),
      onTyped: (typed) => this.take(typed, 'typing'),
    })
  }

  hostDisconnected(): void {
    this.#stop?.()
  }
}

const withoutKeys: ReaderScan = {
  text: '',
  typed: '',
  recognized: { kind: 'unknown', text: '' },
  symbology: undefined,
  end: 'none',
  keyCount: 0,
  paceMs: 0,
  layout: 'us',
  digitKeys: 'row',
  inputMethod: 'none',
  isCapsLockOn: false,
}
