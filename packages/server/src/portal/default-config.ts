import type { Config } from '@kbyt/sdk/schema'
import { consents } from './default-consents.js'
import { conditions, contacts, inspectionReasons, symptoms } from './default-options.js'
import { posts } from './default-posts.js'

/** The demo portal of Thừa Thiên Huế as of March 2021; a host passes its own instead. */
export const defaultConfig: Config = {
  issuer: 'kbyt.thuathienhue.gov.vn',
  portalName: {
    vi: 'Khai báo y tế tỉnh Thừa Thiên Huế',
    en: 'Health declaration of Thừa Thiên Huế',
  },
  smsSender: 'DTTM_TTHUE',
  provinceCode: '46',
  placesVersion: '2021-03',
  forms: [{ kind: 'domestic' }, { kind: 'entry' }],
  posts,
  consents,
  symptoms,
  contacts,
  conditions,
  inspectionReasons,
  limits: { maxPeople: 20, lookBackDays: 14 },
  passDays: { domestic: 7, entry: 14 },
}
