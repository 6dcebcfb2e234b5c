/** `__Host-`: the browser takes it only over a secure connection, for this host and every path. */
export const officerCookie = '__Host-kbyt_officer'

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'

export function toOfficerCookie(token: string, maxAgeSeconds: number): string {
  return `${officerCookie}=${token}; ${attributes}; Max-Age=${maxAgeSeconds}`
}

export const endedOfficerCookie = toOfficerCookie('', 0)
