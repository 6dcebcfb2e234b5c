import { testCodes } from './codes.contract.js'
import { testVectors } from './vectors.contract.js'

testVectors('Node')
testCodes('Node')
