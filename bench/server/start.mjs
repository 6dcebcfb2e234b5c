import { fork } from 'node:child_process'
import { once } from 'node:events'

const sources = ['--conditions=@kbyt/source', '--no-warnings']

/**
 * Runs a script of this folder in a process of its own, which says once that it is ready.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @param {object} [first] What it is told before.
 */
export async function start(script, args, first) {
  const child = fork(new URL(script, import.meta.url), args, { execArgv: sources })
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`${script} ended with ${code}`)),
  )
  ended.catch(() => {})
  const hear = async () => (await Promise.race([once(child, 'message'), ended]))[0]
  if (first) child.send(first)
  const message = await hear()
  const ask = (/** @type {string} */ word) => {
    child.send(word)
    return hear()
  }
  return {
    message,
    ask,
    /** How much processor it has used; other processes do not change that much. @returns {Promise<number>} */
    findUsedMs: async () => (await ask('used')).usedMs,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
