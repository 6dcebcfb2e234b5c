import type { OfficerRow, OfficerSessionRow, OfficerStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryOfficers({ officers, officerSessions }: MemoryState): OfficerStore {
  const findByName = (username: string) =>
    [...officers.values()].find((officer) => officer.username === username)

  function change(officerId: string, changes: Partial<OfficerRow>): OfficerRow | undefined {
    const officer = officers.get(officerId)
    if (!officer) return undefined
    const changed = { ...officer, ...changes }
    officers.set(officerId, changed)
    return changed
  }

  return {
    async addOfficer(officer) {
      if (findByName(officer.username)) return false
      officers.set(officer.officerId, officer)
      return true
    },

    async findOfficer(username) {
      return findByName(username)
    },

    async setPassword(officerId, passwordHash) {
      change(officerId, { passwordHash })
    },

    async setDefaults(officerId, defaultPost, defaultReason) {
      return change(officerId, { defaultPost, defaultReason })
    },

    async disableOfficer(officerId, disabledAt) {
      change(officerId, { disabledAt })
      for (const session of officerSessions.values()) {
        if (session.officerId === officerId) officerSessions.delete(session.tokenHash)
      }
    },

    async openSession(session) {
      officerSessions.set(session.tokenHash, session)
    },

    async touchSession(tokenHash, idleMs, nowMs) {
      const session = officerSessions.get(tokenHash)
      const officer = session && officers.get(session.officerId)
      if (!officer || officer.disabledAt !== null) return undefined
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
