/**
 * Thrown by a write that names a person under an id that is not theirs: they were forgotten and met
 * again since they were resolved, or somebody else was faster to make them known. Nothing was written,
 * and resolving them anew tells who they are now.
 */
export class LostPerson extends Error {
  override readonly name = 'LostPerson'
}
