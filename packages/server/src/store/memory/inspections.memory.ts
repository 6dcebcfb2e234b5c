import type { InspectionRow, InspectionStore } from '../store.js'

export function createMemoryInspections(): InspectionStore {
  const inspections = new Map<string, InspectionRow>()
  return {
    async saveInspection(inspection) {
      inspections.set(inspection.inspectionId, inspection)
    },

    async findInspection(inspectionId) {
      return inspections.get(inspectionId)
    },
  }
}
