/** What the machine's own command may order, where no administrator can sign in. */
export const officerOrders = [
  { order: 'disable', summary: 'end an account and its sessions' },
  { order: 'enable', summary: 'let a disabled account sign in again' },
  { order: 'reset-totp', summary: 'a phone was lost: let somebody sign in without a code' },
  { order: 'reset-password', summary: 'make a token to choose another password by' },
] as const
export type OfficerOrder = (typeof officerOrders)[number]['order']
