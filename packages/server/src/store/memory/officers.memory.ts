import { canAdminister } from '../can-administer.js'
import type { OfficerRow, OfficerSessionRow, OfficerStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryOfficers({ officers, officerSessions }: MemoryState): OfficerStore {
  const find = (isIt: (officer: OfficerRow) => boolean) => [...officers.values()].find(isIt)

  function change(
    officerId: string,
    changes: Partial<OfficerRow>,
    isAllowed: (officer: OfficerRow) => boolean = () => true,
  ): OfficerRow | undefined {
    const officer = officers.get(officerId)
    if (!officer || !isAllowed(officer)) return undefined
    const changed = { ...officer, ...changes }
    officers.set(officerId, changed)
    return changed
  }

  function endSessions(officerId: string, keptTokenHash?: string): void {
    const sessionEpoch = (officers.get(officerId)?.sessionEpoch ?? 0) + 1
    change(officerId, { sessionEpoch })
    for (const session of officerSessions.values()) {
      if (session.officerId !== officerId) continue
      const { tokenHash } = session
      if (tokenHash === keptTokenHash) {
        officerSessions.set(tokenHash, { ...session, epoch: sessionEpoch })
      } else officerSessions.delete(tokenHash)
    }
  }

  const findBySetup = (setupHash: string, nowMs: number) =>
    find(
      (officer) =>
        officer.setupHash === setupHash &&
        (officer.setupExpiresAt ?? 0) > nowMs &&
        officer.disabledAt === null,
    )

  return {
    async addOfficer(officer) {
      if (find(({ username }) => username === officer.username)) return false
      officers.set(officer.officerId, officer)
      return true
    },

    async findOfficer(username) {
      return find((officer) => officer.username === username)
    },

    async findOfficerById(officerId) {
      return officers.get(officerId)
    },

    async findOfficerByIdentity(issuer, subject) {
      return find(({ oidcIssuer, oidcSubject }) => oidcIssuer === issuer && oidcSubject === subject)
    },

    async findOfficerBySetup(setupHash, nowMs) {
      return findBySetup(setupHash, nowMs)
    },

    async findOfficers(afterId, limit) {
      const after = [...officers.values()].filter(({ officerId }) => officerId > afterId)
      return after.sort((a, b) => (a.officerId < b.officerId ? -1 : 1)).slice(0, limit)
    },

    async changeOfficer(officerId, changes, endsSessions) {
      const before = officers.get(officerId)
      if (!before) return 'absent'
      const after = { ...before, ...changes }
      const isLastLost = canAdminister(before) && !canAdminister(after)
      const administrators = [...officers.values()].filter(canAdminister)
      if (isLastLost && administrators.length === 1) return 'last-administrator'
      if (find((other) => isSameIdentity(other, after))) return 'identity-taken'
      officers.set(officerId, after)
      if (endsSessions) endSessions(officerId)
      return officers.get(officerId) ?? after
    },

    async useSetup(setupHash, passwordHash, nowMs) {
      const officer = findBySetup(setupHash, nowMs)
      if (!officer) return undefined
      change(officer.officerId, { passwordHash, setupHash: null, setupExpiresAt: null })
      endSessions(officer.officerId)
      return officers.get(officer.officerId)
    },

    async setPassword(officerId, passwordHash, keptTokenHash) {
      change(officerId, { passwordHash })
      endSessions(officerId, keptTokenHash)
    },

    async linkOfficer(officerId, oidcIssuer, oidcSubject) {
      const linked = { oidcIssuer, oidcSubject }
      const isTaken = find((other) => isSameIdentity(other, { ...other, ...linked, officerId: '' }))
      if (isTaken) return undefined
      const isOpen = ({ oidcSubject: subject, disabledAt }: OfficerRow) =>
        subject === null && disabledAt === null
      return change(officerId, linked, isOpen)
    },

    async saveTotpSecret(officerId, totpSealed) {
      const isOpen = ({ totpCounter }: OfficerRow) => totpCounter === null
      return change(officerId, { totpSealed }, isOpen) !== undefined
    },

    async acceptTotpCounter(officerId, totpSealed, totpCounter) {
      const isNewer = (officer: OfficerRow) =>
        officer.totpSealed === totpSealed && (officer.totpCounter ?? -1) < totpCounter
      return change(officerId, { totpCounter }, isNewer) !== undefined
    },

    async setDefaults(officerId, chosen) {
      return change(officerId, chosen)
    },

    async openSession(session) {
      officerSessions.set(session.tokenHash, session)
    },

    async touchSession(tokenHash, idleMs, nowMs) {
      const session = officerSessions.get(tokenHash)
      const officer = session && officers.get(session.officerId)
      if (!officer || officer.disabledAt !== null) return undefined
      if (session.epoch !== officer.sessionEpoch) return undefined
      if (!isLive(session, idleMs, nowMs)) return undefined
      const touched = { ...session, lastSeenAt: nowMs }
      officerSessions.set(tokenHash, touched)
      return { session: touched, officer }
    },

    async endSession(tokenHash) {
      officerSessions.delete(tokenHash)
    },
  }
}

const isLive = ({ expiresAt, lastSeenAt }: OfficerSessionRow, idleMs: number, nowMs: number) =>
  expiresAt > nowMs && lastSeenAt >= nowMs - idleMs

const isSameIdentity = (other: OfficerRow, officer: OfficerRow) =>
  other.officerId !== officer.officerId &&
  officer.oidcSubject !== null &&
  other.oidcSubject === officer.oidcSubject &&
  other.oidcIssuer === officer.oidcIssuer
