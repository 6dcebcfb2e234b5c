/**
 * Lets one in at a time, in the order they came.
 *
 * @returns What waits for a turn, and gives what ends it; to end it again does nothing.
 */
export function createTurns(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    let end = () => {}
    last = new Promise((resolve) => {
      end = resolve
    })
    await before
    return end
  }
}
