import type { DeviceRow, PointRow, StaffRow, VenueRow, VisitRow } from '../store.js'
import { minute, start, unique } from './rows.setup.js'

export function makeVenue(changes: Partial<VenueRow> = {}): VenueRow {
  return {
    venueCode: unique('venue'),
    revision: 1,
    checkOutAfterMs: null,
    createdAt: start,
    closedAt: null,
    version: 1,
    sealed: 'k1.dmVudWU',
    ...changes,
  }
}

export function makeStaff(changes: Partial<StaffRow> = {}): StaffRow {
  return {
    venueCode: unique('venue'),
    phoneIndex: unique('phone'),
    staffId: unique('staff'),
    role: 'staff',
    addedAt: start,
    sealed: 'k1.c3RhZmY',
    ...changes,
  }
}

export function makeDevice(changes: Partial<DeviceRow> = {}): DeviceRow {
  return {
    venueCode: unique('venue'),
    deviceId: unique('device'),
    keyIndex: unique('key'),
    createdAt: start,
    revokedAt: null,
    sealed: 'k1.ZGV2aWNl',
    ...changes,
  }
}

export function makeVisit(changes: Partial<VisitRow> = {}): VisitRow {
  return {
    venueCode: unique('venue'),
    visitId: unique('visit'),
    personId: unique('person'),
    phoneIndex: unique('phone'),
    direction: 'in',
    scannedBy: 'visitor',
    happenedAt: start,
    deviceAt: start - minute,
    clockOffsetMs: minute,
    isClockSuspect: false,
    receivedAt: start,
    recordedBy: 'someone',
    sealed: 'k1.dmlzaXQ',
    ...changes,
  }
}

export function makePoint(changes: Partial<PointRow> = {}): PointRow {
  return {
    pointCode: unique('point'),
    wardCode: '19777',
    districtCode: '474',
    provinceCode: '46',
    createdBy: 'officer',
    createdAt: start,
    closedAt: null,
    sealed: 'k1.cG9pbnQ',
    ...changes,
  }
}
