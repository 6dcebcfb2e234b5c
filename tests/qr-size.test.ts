import {
  generateSigningKey,
  importSigner,
  type PassFacts,
  signPass,
  toDisplayName,
} from '@kbyt/sdk/qr/sign'
import QRCode from 'qrcode'
import { expect, it } from 'vitest'

const families =
  'Nguyễn,Trần,Lê,Phạm,Huỳnh,Hoàng,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý,Tôn Thất,Tôn Nữ,Công Tằng Tôn Nữ,Nguyễn Phước'
const middles =
  'Thị,Văn,Thị Phương,Thị Ngọc,Đình,Hữu,Quốc,Thanh,Thị Mỹ,Xuân,Minh,Hoàng Bảo,Thị Thuỳ,Đức,Bảo,Ngọc Phương,Quang,Trường'
const givens =
  'Thảo,An,Nghiêng,Trường,Khuyên,Thương,Phượng,Được,Bích,Quỳnh,Nguyệt,Nghĩa,Huế,Tuyền,Hạnh,Thoại,Khoa,Dũng,Uyên,Ý'

/** 1,000 names as people have them, each combination once and in a fixed order. */
function makeNames(): string[] {
  const [ours, theirs, own] = [families, middles, givens].map((list) => list.split(','))
  const all = ours!.flatMap((family) =>
    theirs!.flatMap((middle) => own!.map((given) => `${family} ${middle} ${given}`)),
  )
  return Array.from({ length: 1_000 }, (_, index) => all[(index * 7_919) % all.length]!)
}

const largest: Omit<PassFacts, 'displayName' | 'kind'> = {
  passId: 'ffffffffffffffff',
  statusIndex: 0xffff_ffff,
  declaredAt: Date.UTC(2100, 0, 1),
  validDays: 255,
  birthYear: 1999,
  idEnding: '999',
  isPrinted: true,
  shouldAskOfficer: true,
}
const stays = Array.from({ length: 4 }, () => ({
  wardCode: '32248',
  firstDaysBefore: 23,
  lastDaysBefore: 22,
}))

async function measure(facts: PassFacts) {
  const signer = await importSigner(await generateSigningKey())
  const text = await signPass(signer, facts)
  const { version } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const byteCount = Math.ceil(BigInt(text).toString(16).length / 2)
  return { version, payloadBytes: byteCount - 70 }
}

const names = makeNames().map(toDisplayName)
const toBytes = (text: string) => new TextEncoder().encode(text).length
const longest = names.reduce((one, other) => (toBytes(other) > toBytes(one) ? other : one))

it('shows each of 1,000 Vietnamese names in at most 17 bytes, given name in full', () => {
  expect(new Set(names).size).toBeGreaterThan(500)
  expect(toBytes(longest)).toBeLessThanOrEqual(17)
  expect(names.every((name) => givens.split(',').includes(name.split(' ').at(-1)!))).toBe(true)
})

it('keeps a domestic pass within QR version 7 and 52 bytes', async () => {
  const displayName = 'x'.repeat(17)

  for (const name of [longest, displayName]) {
    const { version, payloadBytes } = await measure({
      ...largest,
      kind: 'domestic',
      displayName: name,
    })
    expect(version).toBeLessThanOrEqual(7)
    expect(payloadBytes).toBeLessThanOrEqual(52)
  }
})

it('keeps an entry pass with four stays within QR version 8 and 82 bytes', async () => {
  const entry = { placesVersion: '2025-07', destinationWard: '32248', stays }

  const size = await measure({ ...largest, kind: 'entry', displayName: 'x'.repeat(17), entry })

  expect(size.version).toBeLessThanOrEqual(8)
  expect(size.payloadBytes).toBeLessThanOrEqual(82)
})

it('keeps 1,000 signed passes within QR version 7', async () => {
  const signer = await importSigner(await generateSigningKey())
  const texts = await Promise.all(
    names.map((displayName) => signPass(signer, { ...largest, kind: 'domestic', displayName })),
  )
  const longestText = texts.reduce((one, other) => (other.length > one.length ? other : one))

  const { version } = QRCode.create(longestText, { errorCorrectionLevel: 'M' })

  expect(version).toBeLessThanOrEqual(7)
})
