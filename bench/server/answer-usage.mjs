/** Tells who asks how many milliseconds of processor this process has used: other processes do not change it much. */
export function answerUsage() {
  process.on('message', (word) => {
    if (word !== 'used') return
    const { user, system } = process.cpuUsage()
    process.send?.({ usedMs: (user + system) / 1_000 })
  })
}
