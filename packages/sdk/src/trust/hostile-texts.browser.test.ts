import { testHugeTexts } from './huge-texts.contract.js'
import { testMutations } from './mutations.contract.js'

testMutations('Chromium')
testHugeTexts('Chromium')
