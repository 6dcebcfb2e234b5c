import type { Post } from '@kbyt/sdk/schema'

/** Dispatch 391, addressees: the airport, the railway station, the coach stations, roads and clinics. */
export const posts: Post[] = [
  {
    code: 'san-bay-phu-bai',
    kind: 'airport',
    name: { vi: 'Cảng hàng không quốc tế Phú Bài', en: 'Phú Bài International Airport' },
  },
  { code: 'ga-hue', kind: 'station', name: { vi: 'Ga Huế', en: 'Huế railway station' } },
  {
    code: 'ben-xe-phia-nam',
    kind: 'bus',
    name: { vi: 'Bến xe phía Nam', en: 'Southern coach station' },
  },
  {
    code: 'ben-xe-phia-bac',
    kind: 'bus',
    name: { vi: 'Bến xe phía Bắc', en: 'Northern coach station' },
  },
  {
    code: 'chot-lang-co',
    kind: 'road',
    name: { vi: 'Chốt kiểm soát y tế Lăng Cô', en: 'Lăng Cô road checkpoint' },
  },
  {
    code: 'trung-tam-y-te-hue',
    kind: 'clinic',
    name: { vi: 'Trung tâm Y tế thành phố Huế', en: 'Huế City Medical Centre' },
  },
]
