/** Values for `in (…)`: PostgreSQL knows no empty list, and no key of ours is an empty text. */
export const toList = (values: readonly string[]): string[] =>
  values.length > 0 ? [...values] : ['']
