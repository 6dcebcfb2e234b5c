import type { OfficerChanges, OfficerRow } from '../store.js'
import type { OfficerTable } from './database.js'

/** The row as the store gives it: areas as a list, no password as null. */
export function toOfficerRow({ areas, passwordHash, ...row }: OfficerTable): OfficerRow {
  return {
    ...row,
    areas: JSON.parse(areas),
    passwordHash: passwordHash === '' ? null : passwordHash,
  }
}

/** The columns for what is written of a row; migration 0004 says why '' is no password. */
export function toOfficerColumns<Row extends OfficerChanges>({ areas, passwordHash, ...row }: Row) {
  return {
    ...row,
    ...(areas !== undefined && { areas: JSON.stringify(areas) }),
    ...(passwordHash !== undefined && { passwordHash: passwordHash ?? '' }),
  }
}
