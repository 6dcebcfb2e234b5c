import { testHugeTexts } from './huge-texts.contract.js'

testHugeTexts('Node')
