import {
  type ImportedDeclaration,
  toDocumentNumber,
  toMobileE164,
  toPlainText,
} from '@kbyt/sdk/schema'
import { normalizeLines } from '../declaration/normalize-lines.js'

/** How an imported declaration is stored: names in NFC, one form per phone, number and moment. */
export function normalizeImported(declared: ImportedDeclaration): ImportedDeclaration {
  const { identityDocument, phone, fullName, address } = declared
  return {
    ...declared,
    declaredAt: new Date(declared.declaredAt).toISOString(),
    ...(identityDocument && {
      identityDocument: {
        type: identityDocument.type,
        number: toDocumentNumber(identityDocument.number),
      },
    }),
    ...(phone !== undefined && { phone: toMobileE164(phone) ?? phone }),
    ...(fullName !== undefined && { fullName: toPlainText(fullName) }),
    ...(address && { address: normalizeLines(address, ['hamlet', 'street']) }),
  }
}
