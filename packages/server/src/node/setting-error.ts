/** Thrown for a variable that cannot be meant; its message names it and what it should be. */
export class SettingError extends TypeError {
  override readonly name = 'SettingError'
}
