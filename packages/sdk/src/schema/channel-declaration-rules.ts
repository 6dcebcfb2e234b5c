import type { InputIssue } from '../errors.js'
import type { ChannelDeclaration } from './channel-declaration.js'
import type { Config } from './config.js'
import { checkDeclaration, checkPost } from './declaration-rules.js'

/** A paper older than this is a slip of the pen: the year that was. */
const maxPaperAgeMs = 365 * 86_400_000

/**
 * The rules for a declaration and for what its channel carries. One on paper is judged by the moment
 * on the paper. Empty when all is well.
 *
 * @param nowMs - The instant of sending, milliseconds since 1970.
 */
export function checkChannelDeclaration(
  sent: ChannelDeclaration,
  config: Config,
  nowMs: number,
): InputIssue[] {
  const paper = sent.channel === 'paper' ? checkMoment(sent.writtenAt, nowMs) : []
  const judgedMs =
    sent.channel === 'paper' && paper.length === 0 ? Date.parse(sent.writtenAt) : nowMs
  const ruled = checkDeclaration(sent.declaration, config, judgedMs)
  return [
    ...paper,
    ...checkPost(sent.post, config),
    ...ruled.map(({ path, code }) => ({ path: `declaration.${path}`, code })),
  ]
}

function checkMoment(writtenAt: string, nowMs: number): InputIssue[] {
  const writtenMs = Date.parse(writtenAt)
  if (writtenMs > nowMs) return [{ path: 'writtenAt', code: 'paper_time_future' }]
  if (writtenMs >= nowMs - maxPaperAgeMs) return []
  return [{ path: 'writtenAt', code: 'date_outside_window' }]
}
