import { createMock } from '@kbyt/mock-server'
import { requestOtp } from '../otp/request-otp.js'
import { verifyOtp } from '../otp/verify-otp.js'
import {
  type Declaration,
  declarationSchema,
  type FiledDeclaration,
} from '../schema/declaration.js'
import { createClient } from './create-client.js'

export const phone = '0905 123 456'

/** The real backend in this process, a client on it, and what a citizen does before declaring. */
export function setupMock() {
  const mock = createMock()
  const client = createClient({ baseUrl: 'http://kbyt.test', fetch: mock.app.request })

  async function signIn() {
    const { challengeId } = await requestOtp(client, { phone })
    return verifyOtp(client, { challengeId, code: mock.inbox.lastCode(phone) })
  }

  /** What somebody else has declared, as this phone would send it. */
  async function draft(): Promise<Declaration> {
    const family = [
      { fullName: 'Nguyễn Thị Phương Thảo' },
      {
        fullName: 'Trần Bé',
        bornOn: '2015',
        identityDocument: { type: 'child' as const, number: '000000000' },
      },
    ]
    return toDraft(await mock.seed(family, { phone: '0914 000 111' }))
  }

  return { mock, client, signIn, draft }
}

function toDraft({ people, consents }: FiledDeclaration): Declaration {
  return declarationSchema.parse({ kind: 'domestic', consents, people })
}
