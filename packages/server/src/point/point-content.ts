import { filedWardAddressSchema } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { PointRow } from '../store/store.js'
import type { Vault } from '../vault.js'

const contentSchema = z.object({ name: z.string(), address: filedWardAddressSchema })
export type PointContent = z.infer<typeof contentSchema>

const toRecordId = (pointCode: string) => `point ${pointCode}`

/** Seals what {@link openPoint} opens. */
export function sealPoint(vault: Vault, pointCode: string, content: PointContent): Promise<string> {
  return vault.seal(toRecordId(pointCode), content)
}

export async function openPoint(
  vault: Vault,
  { pointCode, sealed }: Pick<PointRow, 'pointCode' | 'sealed'>,
): Promise<PointContent> {
  return contentSchema.parse(await vault.open(toRecordId(pointCode), sealed))
}
