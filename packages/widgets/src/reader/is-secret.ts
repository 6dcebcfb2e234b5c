/** Boxes that password managers fill by typing. */
const secrets = ['username', 'current-password', 'new-password', 'one-time-code']

/**
 * Whether what is typed here is a name or password to sign in with: managers type them as fast as a
 * reader, and they are nobody's scan.
 */
export function isSecret(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLInputElement)) return false
  const purposes = target.autocomplete.split(' ')
  if (target.type === 'password' || secrets.some((purpose) => purposes.includes(purpose)))
    return true
  const passwords = target.form?.querySelectorAll('input[type="password"]') ?? []
  return passwords.length > 0
}
