import { expect, it } from 'vitest'
import { getConfig } from '../config/get-config.js'
import { findDeclarations } from '../declaration/find-declarations.js'
import { submitDeclaration } from '../declaration/submit-declaration.js'
import { openOfficerSession } from '../inspection/index.js'
import { createClient } from './create-client.js'
import { setupMock } from './mock.setup.js'

/** A client whose server writes other pieces of JSON than ours. */
function setup(pieces: Readonly<Record<string, string>>) {
  const { mock, client: own, ...rest } = setupMock()
  const client = createClient({
    baseUrl: own.baseUrl,
    session: own.session,
    fetch: async (input, init) => {
      const answer = await mock.app.request(input, init)
      const text = Object.entries(pieces).reduce(
        (body, [known, newer]) => body.replaceAll(known, newer),
        await answer.text(),
      )
      return new Response(text, answer)
    },
  })
  return { mock, own, client, ...rest }
}

it('reads a configuration with a kind of post and of form it does not know', async () => {
  const { client } = setup({
    '"kind":"airport"': '"kind":"seaport"',
    '"kind":"domestic"': '"kind":"visit"',
  })

  const { posts, forms } = await getConfig(client)

  expect(posts.map(({ kind }) => kind)).toContain('seaport')
  expect(forms.map(({ kind }) => kind)).toContain('visit')
})

it('reads a declaration that came through a channel it does not know', async () => {
  const { own, client, signIn, draft } = setup({ '"channel":"self"': '"channel":"kiosk"' })
  const declaration = await draft()
  await signIn()
  await submitDeclaration(own, declaration)

  const { declarations } = await findDeclarations(client, {})

  expect(declarations.map(({ channel }) => channel)).toEqual(['kiosk'])
})

it('reads a declaration that says of somebody what it has no word or rule for', async () => {
  const { own, client, signIn, draft } = setup({
    '"type":"cccd"': '"type":"e-id"',
    '"number":"0': '"number":"VN-0',
    '"gender":"female"': '"gender":"unsaid"',
    '"relation":"self"': '"relation":"neighbour"',
    '"phone":"+8490': '"phone":"+8412',
    '"language":"vi"': '"language":"fr"',
  })
  const declaration = await draft()
  await signIn()
  await submitDeclaration(own, declaration)

  const [filed] = (await findDeclarations(client, {})).declarations

  expect(filed?.people[0]).toMatchObject({
    relation: 'neighbour',
    person: { gender: 'unsaid', identityDocument: { type: 'e-id' } },
  })
  expect(filed?.consents[0]?.language).toBe('fr')
})

it('signs an officer in whose role it does not know', async () => {
  const { mock, client } = setup({ '"role":"checkpoint"': '"role":"border-guard"' })
  const login = { username: 'ga-hue', password: 'mot-mat-khau-dai' }
  await mock.app.addOfficer({ ...login, displayName: 'An', role: 'checkpoint', areas: ['46'] })

  const { officer } = await openOfficerSession(client, login)

  expect(officer.role).toBe('border-guard')
})

it('takes no state of a pass for granted that it does not know', async () => {
  const { own, client, signIn, draft } = setup({ '"state":"valid"': '"state":"suspended"' })
  const declaration = await draft()
  await signIn()
  await submitDeclaration(own, declaration)

  const finding = findDeclarations(client, {})

  await expect(finding).rejects.toMatchObject({ code: 'unexpected_answer' })
})
