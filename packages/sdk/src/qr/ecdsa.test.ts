import { testEcdsa } from './ecdsa.contract.js'

testEcdsa('Node')
