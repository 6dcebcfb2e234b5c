import { testWycheproofJws } from './wycheproof.contract.js'

testWycheproofJws('Node')
