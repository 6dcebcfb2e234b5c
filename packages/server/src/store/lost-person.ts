/**
 * Thrown by a write that names a person who was forgotten, and became somebody else, since they were
 * resolved: nothing was written, and resolving them anew tells who they are now.
 */
export class LostPerson extends Error {
  override readonly name = 'LostPerson'
}
