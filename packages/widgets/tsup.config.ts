import { defineConfig } from 'tsup'
import { library } from '../../scripts/library.mjs'

export default defineConfig(library('browser'))
