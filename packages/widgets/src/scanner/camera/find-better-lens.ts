import type { Lens } from './lenses.js'

// Browsers name lenses in the phone's language; these are English and Vietnamese.
const backs = /back|rear|environment|mặt sau|camera sau|phía sau/i
const fronts = /front|user|selfie|mặt trước|camera trước|phía trước/i
// They bend the edges, or cannot see what is near, or see no colours at all.
const poor =
  /ultra|siêu rộng|cực rộng|tele(?!vision)|chụp xa|macro|depth|chiều sâu|infrared|hồng ngoại|\bIR\b/i
// Android: "camera2 0, facing back". The first of a side is the main one.
const numbered = /^camera2? (\d+),/i

/**
 * A back lens that reads codes better than the one the browser chose: not the ultra-wide, not the
 * telephoto. Undefined when the choice was good, or nothing can be told from the names.
 *
 * @example
 * findBetterLens([{ id: 'a', label: 'Back Ultra Wide Camera' }, { id: 'b', label: 'Back Camera' }], 'a') // 'b'
 */
export function findBetterLens(
  lenses: readonly Lens[],
  currentId: string | undefined,
): string | undefined {
  const current = lenses.find(({ id }) => id === currentId)
  if (!current || !isBack(current)) return undefined
  const others = lenses.filter((lens) => isBack(lens) && !poor.test(lens.label))
  const [best] = [...others].sort((a, b) => toNumber(a) - toNumber(b))
  if (!best || best.id === currentId) return undefined
  const isWorse = poor.test(current.label) || toNumber(best) < toNumber(current)
  return isWorse ? best.id : undefined
}

const isBack = ({ label }: Lens) => backs.test(label) && !fronts.test(label)

/** Lenses without a number are all as good. */
const toNumber = ({ label }: Lens) => Number(numbered.exec(label)?.[1] ?? 0)
