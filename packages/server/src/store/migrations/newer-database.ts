/** Thrown for a database that a newer version has migrated: this one does not know its tables. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'

  constructor(migrations: readonly string[]) {
    super(`a newer version made its tables (${migrations.join(', ')}): install that one`)
  }
}
