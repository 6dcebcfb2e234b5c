import { KbytError } from '@kbyt/sdk'
import type { Config, OfficerDefaults } from '@kbyt/sdk/schema'

/** @throws {KbytError} `input_invalid` unless the portal knows both post and reason. */
export function checkOfficerDefaults({ post, reason }: OfficerDefaults, config: Config): void {
  const issues = []
  if (!config.inspectionReasons.some(({ value }) => value === reason)) {
    issues.push({ path: 'reason', code: 'reason_unknown' })
  }
  if (!config.posts.some(({ code }) => code === post)) {
    issues.push({ path: 'post', code: 'post_unknown' })
  }
  if (issues.length > 0) throw new KbytError('input_invalid', { issues })
}
