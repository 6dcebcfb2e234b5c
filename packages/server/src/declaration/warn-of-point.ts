import type { Outside } from '../outside.js'

/** Tells the operator of a poster that leads nowhere; the declaration is taken all the same. */
export async function warnOfPoint(
  { store, log }: Outside,
  point: string | undefined,
): Promise<void> {
  if (point === undefined) return
  const found = await store.points.findPoint(point)
  if (!found || found.closedAt !== null) {
    log({ level: 'warn', event: 'declaration_point_unknown', point })
  }
}
