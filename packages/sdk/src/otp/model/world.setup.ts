import type { Backend } from './backend.setup.js'
import { judge, judgePages } from './judge.setup.js'
import { Rules } from './rules.setup.js'
import { Tab } from './tab.setup.js'
import { type Call, makeCalls } from './wire.setup.js'

let people = 0

/** Two phones, three pages in two networks, and a server; the rules listen to every answer. */
export class World {
  readonly violations = new Set<string>()
  /** Set when it is no longer certain what the server counted: the history ends here. */
  isOver = false
  readonly rules = new Rules()
  readonly phones = [nextPhone(), nextPhone()]
  readonly tabs = [new Tab('192.0.2.1'), new Tab('192.0.2.1'), new Tab('198.51.100.7')]
  readonly backend: Backend
  /** Challenges in the order of their beginning, each with its codes, the newest last. */
  readonly codes = new Map<string, readonly string[]>()

  constructor(backend: Backend) {
    this.backend = backend
    backend.clock.begin()
    backend.inbox.length = 0
  }

  /** Makes calls at the same time; what is said is compared with the rules. */
  async call(...calls: readonly Call[]): Promise<void> {
    const { made, said } = await makeCalls(this.backend, calls)
    const { broken, sent } = judge(this.rules, this.backend.clock.moment, said)
    for (const promise of [...broken, ...judgePages(made)]) this.violations.add(promise)
    await this.readMessages(sent)
  }

  /** Each code that was sent has come by one SMS. */
  async readMessages(sent: readonly string[] = []): Promise<void> {
    await this.backend.app.deliverMessages()
    const messages = this.backend.inbox.splice(0)
    if (messages.length > sent.length) this.violations.add('two SMS for one code')
    if (messages.length < sent.length) this.violations.add('no SMS for a code')
    sent.forEach((challengeId, index) => {
      const code = messages[index]?.params.code ?? ''
      this.codes.set(challengeId, [...(this.codes.get(challengeId) ?? []), code])
    })
  }
}

/** Of nobody in any history before. */
function nextPhone(): string {
  people += 1
  // far from the one before: numbers in a row trip the breaker
  return `+8490${String(people).split('').reverse().join('').padEnd(7, '0')}`
}
