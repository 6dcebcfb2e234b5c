export { type MrzCard, type ParseMrzOptions, parseMrz } from './parse-mrz.js'
