const known = new Map<string, string>()

/** How a name of ours is written in the database: `venueCode` as `venue_code`. */
export function toSnakeCase(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  const written = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  known.set(name, written)
  return written
}
