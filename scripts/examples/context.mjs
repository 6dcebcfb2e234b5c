/** What a reader has at hand where an example begins: an example may use these names unexplained. */
export const context = `import type { Mock } from '@kbyt/mock-server'
import type { Client, Declaration } from '@kbyt/sdk'
import type { HolderKey } from '@kbyt/sdk/account'
import type { DeclaredPerson, PaperDeclaration, SavePolicyDraftInput } from '@kbyt/sdk/schema'
import type { CreateAppOptions } from '@kbyt/server'
type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>
declare global {
  // in a partner's code
  const client: Client
  const declaration: Declaration
  const challengeId: string
  const password: string
  const text: string
  const qr: string
  const token: string
  const photoAsBase64: string
  const person: DeclaredPerson['person']
  const consents: Declaration['consents']
  const paper: PaperDeclaration
  const draft: SavePolicyDraftInput['policy']
  const bytes: Uint8Array
  // what an answer before has told
  const holderKey: HolderKey
  const personId: string
  const officerId: string
  const inspectionId: string
  const arrivalId: string
  const screeningId: string
  const paperId: string
  const policyId: string
  const subscriberId: string
  const dryRunId: string
  // in a test
  const mock: Mock
  // in a host
  const store: CreateAppOptions['store']
  const vault: CreateAppOptions['vault']
  const signer: CreateAppOptions['signer']
  const config: CreateAppOptions['config']
  const places: CreateAppOptions['places']
  const root: CreateAppOptions['root']
  const sms: CreateAppOptions['sms']
  const passwords: CreateAppOptions['passwords']
  const origins: string[]
  const serve: (options: { fetch: Fetch, port: number }) => void
  const secret: Uint8Array
  const indexKey: Uint8Array
  const otpKey: Uint8Array
  // in a page
  const button: HTMLButtonElement
  const link: HTMLAnchorElement
  const input: HTMLInputElement
  const video: HTMLVideoElement
  const imageData: ImageData
  const show: (value: unknown) => void
  const render: (value: unknown) => void
  const lookUp: (text: string) => void
}
`
