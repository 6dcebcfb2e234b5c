/** What a test code stands for: one of our passes, a citizen's card, a health insurance card. */
export type TestCodeName = 'pass' | 'cccd' | 'bhyt'

/** A code to try a reader on; nobody's, and no key has signed it. */
export interface TestCode {
  readonly name: TestCodeName
  readonly text: string
}

// Shaped like a pass of an issuer that cannot be (ffffffff): refused everywhere but here.
const pass =
  '149863422807469055939434908635180419934094746563672885649127759835048429908084647498800890971656786476031638199210237412496771169245090349256073944282631265607237622438869940794296266507980103199421099308528428186028447744542293681701891709713513701447537541562374885765011223098337096'

/**
 * One code of each form that officers scan: a pass, an ID card with Vietnamese letters, an insurance card
 * whose number and hex names are what VNI and Telex change. All of it is made up.
 */
export const testCodes: readonly TestCode[] = [
  { name: 'pass', text: pass },
  {
    name: 'cccd',
    text: '046199000001|190000001|Nguyễn Thị Mã Thử|15081999|Nữ|35 Lê Lợi, Vĩnh Ninh, Thừa Thiên Huế|20032022',
  },
  {
    name: 'bhyt',
    text: 'TE1464600000001|4e677579e1bb856e205468e1bb8b204dc3a3205468e1bbad|15/08/1999|2|4875e1babf|46 - 001|01/01/2021|-|01/01/2021|4646000001|-|4|01/01/2026|0a1ddee2aaf3-7101|1|424858482074e1bb896e68|$',
  },
]

/** Which of the test codes a text is, whole and unchanged. */
export function findTestCode(text: string): TestCode | undefined {
  return testCodes.find((code) => code.text === text)
}

/** The code's number on the page and on paper, from 1. */
export function numberOf(name: TestCodeName): number {
  return testCodes.findIndex((code) => code.name === name) + 1
}
