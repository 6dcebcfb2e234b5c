import { loadPreferences, savePreferences } from '../preferences.js'

/** Tells a person that a code was read, without eyes on the screen. */
export interface Signal {
  readonly hasSound: boolean
  readonly hasVibration: boolean
  /** Remembered on this device. */
  setSound(isOn: boolean): void
  setVibration(isOn: boolean): void
  /** Call it from a tap: browsers let a page sound only after one. */
  prepare(): void
  give(): void
}

/** Whether this device can vibrate for a page at all. */
export const canVibrate = (): boolean => typeof navigator.vibrate === 'function'

/** Makes the signal: a short tone made on the spot, and a short vibration. */
export function createSignal(): Signal {
  let context: AudioContext | undefined

  function prepare(): void {
    if (loadPreferences().isSilent || typeof AudioContext !== 'function') return
    context ??= new AudioContext()
    void context.resume().catch(() => undefined)
  }

  return {
    get hasSound() {
      return !loadPreferences().isSilent
    },
    get hasVibration() {
      return !loadPreferences().isStill
    },
    setSound(isOn) {
      savePreferences({ isSilent: !isOn })
      if (isOn) prepare()
    },
    setVibration: (isOn) => savePreferences({ isStill: !isOn }),
    prepare,
    give() {
      if (this.hasSound && context) void beepSoon(context).catch(() => undefined)
      if (this.hasVibration && canVibrate()) navigator.vibrate(60)
    },
  }
}

const [pitchHz, seconds] = [1_760, 0.09]
const latestMs = 500

/** A device that was silent takes a moment to wake; a tone long after the code would mislead. */
async function beepSoon(context: AudioContext): Promise<void> {
  const askedAt = performance.now()
  await context.resume()
  if (performance.now() - askedAt < latestMs) beep(context)
}

/** Faded in and out: a tone cut off clicks. */
function beep(context: AudioContext): void {
  const [tone, volume] = [context.createOscillator(), context.createGain()]
  const now = context.currentTime
  tone.frequency.value = pitchHz
  volume.gain.setValueAtTime(0, now)
  volume.gain.linearRampToValueAtTime(0.25, now + 0.01)
  volume.gain.linearRampToValueAtTime(0, now + seconds)
  tone.connect(volume).connect(context.destination)
  tone.start(now)
  tone.stop(now + seconds)
}
