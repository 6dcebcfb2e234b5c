import { type Finding, fail, ok } from './finding.js'

const needed = [24, 7] as const

/** Argon2id and SQLite come with Node itself, from this version on. */
export function checkNodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isNew = major > needed[0] || (major === needed[0] && minor >= needed[1])
  return isNew
    ? ok('node', version)
    : fail('node', `${version} is too old: install ${needed.join('.')}`)
}
