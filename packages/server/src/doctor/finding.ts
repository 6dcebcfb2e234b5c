/** What a check found, in one line and without secrets. */
export interface Finding {
  readonly level: 'ok' | 'warn' | 'fail'
  readonly name: string
  readonly text: string
}

export const ok = (name: string, text: string): Finding => ({ level: 'ok', name, text })
export const warn = (name: string, text: string): Finding => ({ level: 'warn', name, text })
export const fail = (name: string, text: string): Finding => ({ level: 'fail', name, text })
