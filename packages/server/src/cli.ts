#!/usr/bin/env node
import { run } from './cli/run.js'
import { UsageError } from './cli/usage-error.js'
import { SettingError } from './node/settings.js'

try {
  await run(process.argv.slice(2))
} catch (error) {
  const isUsers = error instanceof UsageError || error instanceof SettingError
  console.error(isUsers ? error.message : error)
  process.exitCode = isUsers ? 2 : 1
}
