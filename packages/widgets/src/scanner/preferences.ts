/** What the person chose on this device; what was never chosen is absent. */
export interface Preferences {
  /** The camera that was granted or chosen last. */
  readonly lensId?: string | undefined
  readonly isSilent?: boolean | undefined
  readonly isStill?: boolean | undefined
}

const key = 'kbyt.scanner'
let kept: Preferences = {} // for pages that may store nothing

/** What was chosen before, on this origin; where nothing may be stored, since the page was opened. */
export function loadPreferences(): Preferences {
  try {
    return toPreferences(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return kept
  }
}

export function savePreferences(changes: Preferences): void {
  kept = { ...loadPreferences(), ...changes }
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Forbidden or full: it holds for this page only.
  }
}

/** Anybody may have written there: only what has the right shape is taken. */
function toPreferences(stored: unknown): Preferences {
  if (typeof stored !== 'object' || stored === null) return {}
  const { lensId, isSilent, isStill }: Record<string, unknown> = { ...stored }
  return {
    lensId: typeof lensId === 'string' ? lensId : undefined,
    isSilent: isSilent === true,
    isStill: isStill === true,
  }
}
