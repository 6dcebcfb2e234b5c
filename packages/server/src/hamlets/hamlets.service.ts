import { KbytError } from '@kbyt/sdk'
import {
  type Hamlet,
  type HamletList,
  type SetHamletsInput,
  toHamletKey,
  toPlainText,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { createUuid } from '../identifiers.js'
import { isInArea } from '../inspection/is-in-area.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import type { OfficerRow } from '../store/store.js'

/** Owns: the hamlets of the portal's wards and who may change them. Does not own: what people type. */
export interface HamletService {
  get(input: { readonly ward: string; readonly version?: string | undefined }): Promise<HamletList>
  /** @throws {KbytError} `forbidden`, `not_found`, `input_invalid` for an id the ward does not have, `audit_unavailable`. */
  set(input: SetHamletsInput, call: OfficerCall): Promise<HamletList>
}

export interface HamletServiceOptions {
  readonly outside: Outside
  readonly places: Places
  readonly audit: AuditService
}

export function createHamletService(options: HamletServiceOptions): HamletService {
  const { outside, places, audit } = options
  const { store, vault, clock, randomBytes, config } = outside

  async function find(ward: string, version: string): Promise<readonly Hamlet[]> {
    return (await store.hamlets.findHamlets(ward, version))?.hamlets ?? []
  }

  /** Ward and province officers within their areas, administrators everywhere. */
  async function checkAllowed(officer: OfficerRow, ward: string, version: string): Promise<void> {
    const { role, areas } = officer
    if (role !== 'ward' && role !== 'province' && role !== 'administrator') {
      throw new KbytError('forbidden')
    }
    const { provinceCode } = config
    const province = await places.findProvince(version, provinceCode)
    const found = province?.wards.find(({ code }) => code === ward)
    const place = { provinceCode, districtCode: found?.districtCode, wardCode: ward }
    // before the ward is looked for: whoever may not change it does not learn whether there is one
    if (role !== 'administrator' && !isInArea(areas, place, config)) {
      throw new KbytError('forbidden')
    }
    if (!found) throw new KbytError('not_found')
  }

  function giveIds(sent: SetHamletsInput['hamlets'], known: readonly Hamlet[]): Hamlet[] {
    const ids = new Set(known.map(({ hamletId }) => hamletId))
    checkIds(sent, ids)
    const claimed = new Set(sent.map(({ hamletId }) => hamletId))
    const idOf = new Map(known.map(({ hamletId, name }) => [toHamletKey(name), hamletId]))
    return sent.map(({ hamletId, name }) => {
      const kept = idOf.get(toHamletKey(name))
      const own = hamletId ?? (claimed.has(kept) ? undefined : kept)
      return { hamletId: own ?? createUuid(clock.now(), randomBytes), name: toPlainText(name) }
    })
  }

  return {
    async get({ ward, version = config.placesVersion }) {
      return { ward, version, hamlets: [...(await find(ward, version))] }
    },

    async set({ ward, version = config.placesVersion, hamlets: sent }, { officer }) {
      await checkAllowed(officer, ward, version)
      const known = await find(ward, version)
      const hamlets = giveIds(sent, known)
      await audit.append({
        officerId: officer.officerId,
        action: 'set hamlets',
        reason: null,
        post: null,
        subjectIndex: await vault.index('subject', `ward ${ward}`),
        outcome: 'changed',
        details: { ward, version, before: known.length, after: hamlets.length },
      })
      const [changedAt, changedBy] = [clock.now(), officer.officerId]
      const list = { wardCode: ward, placesVersion: version, hamlets, changedAt, changedBy }
      await store.hamlets.replaceHamlets(list)
      return { ward, version, hamlets }
    },
  }
}

/** An id is one of this ward's, and stands for one hamlet. */
function checkIds(sent: SetHamletsInput['hamlets'], ids: ReadonlySet<string>): void {
  const seen = new Set<string>()
  const issues = sent.flatMap(({ hamletId }, index) => {
    if (hamletId === undefined) return []
    const isWrong = !ids.has(hamletId) || seen.has(hamletId)
    seen.add(hamletId)
    return isWrong ? [{ path: `hamlets.${index}.hamletId`, code: 'invalid_value' }] : []
  })
  if (issues.length > 0) throw new KbytError('input_invalid', { issues })
}
