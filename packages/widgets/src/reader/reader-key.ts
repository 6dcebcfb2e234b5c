/** What is read of a key event; a `KeyboardEvent` has it all. */
export interface ReaderKey
  extends Pick<
    KeyboardEvent,
    'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'timeStamp'
  > {
  /** Tells a key without a place (an Android scanner) from a letter that a program writes. */
  readonly keyCode?: number
  /** The letter of a `keypress`. */
  readonly charCode?: number
  readonly isComposing?: boolean
  getModifierState?(key: string): boolean
}

/** The key codes of letters that no key wrote: none, an input method's, `VK_PACKET`. */
const injectedKeyCodes: readonly (number | undefined)[] = [undefined, 0, 229, 231]

/** Whether a program wrote this, such as UniKey or a text expander: it comes without a place. */
export function isInjected({ code, key, keyCode }: ReaderKey): boolean {
  return code === '' && key !== 'Backspace' && injectedKeyCodes.includes(keyCode)
}

/** AltGr is Ctrl with Alt on Windows; it writes. Ctrl or the command key alone does something else. */
export function isShortcut({ key, ctrlKey, altKey, metaKey }: ReaderKey): boolean {
  const isAltGr = ctrlKey && altKey && [...key].length === 1
  return metaKey || (ctrlKey && !isAltGr)
}
