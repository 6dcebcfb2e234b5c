#!/usr/bin/env node
import { isUsersError } from './cli/is-users-error.js'
import { run } from './cli/run.js'

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(isUsersError(error) ? error.message : error)
  process.exitCode = isUsersError(error) ? 2 : 1
}
