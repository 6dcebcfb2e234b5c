import type { ExpressionBuilder } from 'kysely'
import type { Tables } from './database.js'

/** Of two instants until which a person is known by a document, the later one counts. */
export function keepLonger({
  eb,
  ref,
}: ExpressionBuilder<
  { idLookup: Tables['idLookup']; excluded: Tables['idLookup'] },
  'idLookup' | 'excluded'
>) {
  const [old, longer] = [ref('idLookup.keptUntil'), ref('excluded.keptUntil')]
  const isLonger = eb('excluded.keptUntil', '>', old)
  return { keptUntil: eb.case().when(isLonger).then(longer).else(old).end() }
}
