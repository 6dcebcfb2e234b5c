import type { Client, Config } from '@kbyt/sdk'
import type { Officer, OfficerDefaults } from '@kbyt/sdk/inspection'
import type { LitElement, TemplateResult } from 'lit'
import type { FocusController } from '../controllers/focus.js'
import type { OfficerController } from './officer.controller.js'
import { renderShift, type ShiftOptions } from './render-shift.js'

/**
 * Post and reason while they are being chosen.
 *
 * Owns the choice until it is saved. Does not own what is saved: that is the officer's.
 */
export class ShiftForm {
  readonly #host: LitElement
  readonly #officer: OfficerController
  readonly #focus: FocusController
  #chosen: Partial<OfficerDefaults> | undefined
  #isChecked = false

  constructor(host: LitElement, officer: OfficerController, focus: FocusController) {
    this.#host = host
    this.#officer = officer
    this.#focus = focus
  }

  get isOpen(): boolean {
    return this.#chosen !== undefined
  }

  open(defaults: OfficerDefaults): void {
    this.#choose(defaults)
  }

  render(
    client: Client,
    { officer, config }: { readonly officer: Officer; readonly config: Config },
    look: Pick<ShiftOptions, 'words' | 'language' | 'refusal'>,
  ): TemplateResult {
    const hasDefaults = findDefaults(officer, config) !== undefined
    return renderShift({
      ...look,
      config,
      chosen: this.#chosen ?? {},
      isPending: this.#officer.isPending,
      isChecked: this.#isChecked,
      onChoose: (part) => this.#choose({ ...this.#chosen, ...part }),
      onSave: () => {
        void this.#save(client, config)
      },
      onCancel: hasDefaults ? () => this.#close() : undefined,
    })
  }

  async #save(client: Client, config: Config): Promise<void> {
    const { post, reason } = this.#chosen ?? {}
    this.#isChecked = true
    if (!post || !reason) return this.#focus.request(post ? '#reason' : '#post')
    await this.#officer.choose(client, config, { post, reason })
    if (this.#officer.error === undefined) this.#close()
  }

  #choose(chosen: Partial<OfficerDefaults>): void {
    this.#chosen = chosen
    this.#host.requestUpdate()
  }

  #close(): void {
    this.#chosen = undefined
    this.#isChecked = false
    this.#host.requestUpdate()
  }
}

/** Post and reason of the shift, unless the portal no longer has one of them. */
export function findDefaults({ defaults }: Officer, config: Config): OfficerDefaults | undefined {
  if (!defaults) return undefined
  const { post, reason } = defaults
  const isKnown =
    config.posts.some(({ code }) => code === post) &&
    config.inspectionReasons.some(({ value }) => value === reason)
  return isKnown ? { post, reason } : undefined
}
