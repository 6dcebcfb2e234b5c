/**
 * Speaks the DevTools protocol with the one worker of a page.
 *
 * @param {import('playwright').CDPSession} session The page's.
 * @returns {Promise<(method: string) => Promise<any>>}
 */
export async function attachToWorker(session) {
  const attached = new Promise((resolve) =>
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId)
    }),
  )
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false })
  const sessionId = await attached
  let asked = 0
  return (method) => {
    const id = ++asked
    const answered = new Promise((resolve) => {
      const listen = (/** @type {{ message: string }} */ { message }) => {
        const answer = JSON.parse(message)
        if (answer.id !== id) return
        session.off('Target.receivedMessageFromTarget', listen)
        resolve(answer.result)
      }
      session.on('Target.receivedMessageFromTarget', listen)
    })
    const message = JSON.stringify({ id, method })
    void session.send('Target.sendMessageToTarget', { sessionId, message })
    return answered
  }
}
