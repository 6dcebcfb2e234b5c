import { testVectors } from './vectors.contract.js'

testVectors('Node')
