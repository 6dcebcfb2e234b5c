/** @param {string | null | undefined} name */
export function toNameKey(name) {
  const plain = (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd')
  const words = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return words.replace(/\b0+(?=\d)/g, '')
}
