// GSM 03.38: the alphabet of an SMS, and what it spells with two signs.
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
  'abcdefghijklmnopqrstuvwxyzäöñüà'
const extended = '\f^{}\\[~]|€'

/** How many of the 160 signs of an SMS a text takes; undefined when it needs another alphabet, as Vietnamese does. */
export function countSeptets(text: string): number | undefined {
  let septets = 0
  for (const sign of text) {
    if (basic.includes(sign)) septets += 1
    else if (extended.includes(sign)) septets += 2
    else return undefined
  }
  return septets
}
