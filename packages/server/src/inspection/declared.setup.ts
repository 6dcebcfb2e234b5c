import { declare, makeDeclaration, setup, signIn } from '../backend.setup.js'

/** A backend where somebody has declared for these people. */
export async function setupDeclared(...people: Parameters<typeof makeDeclaration>) {
  const backend = await setup()
  const citizen = await signIn(backend)
  const filed = await declare(backend, citizen, makeDeclaration(...people))
  return { backend, citizen, filed }
}
