import { loadProvince, loadProvinces } from '@kbyt/sdk/places'
import type { Places } from '../ports.js'

/** The administrative units that come with the SDK. */
export const places: Places = {
  findProvinces: async (version) => loadProvinces(version),
  findProvince: async (version, code) => loadProvince(version, code),
}
