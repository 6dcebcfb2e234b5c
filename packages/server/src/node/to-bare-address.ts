/** An address as its own family writes it: `::ffff:192.0.2.1` is an IPv4 address. */
export const toBareAddress = (text: string) => text.trim().replace(/^::ffff:(?=\d+\.)/i, '')
