#!/usr/bin/env node
import { run } from './cli/run.js'
import { UsageError } from './cli/usage-error.js'
import { KeysError } from './crypto/keys-error.js'
import { SettingError } from './node/setting-error.js'

try {
  await run(process.argv.slice(2))
} catch (error) {
  const isUsers = [UsageError, SettingError, KeysError].some((kind) => error instanceof kind)
  console.error(isUsers && error instanceof Error ? error.message : error)
  process.exitCode = isUsers ? 2 : 1
}
