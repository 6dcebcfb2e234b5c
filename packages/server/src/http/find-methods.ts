import { contract, fullPath } from '@kbyt/sdk/schema'

const routes = [
  ...contract.map(({ method, path }) => ({ method, path: fullPath(path) })),
  { method: 'GET', path: '/v1/openapi.json' },
].map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** The methods a path answers to; empty when there is no such path. HEAD goes where GET goes. */
export function findMethods(path: string): string[] {
  const methods = routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
  return methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}
