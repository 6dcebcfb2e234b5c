import { contract, fullPath } from '@kbyt/sdk/schema'

export type ContractEndpoint = (typeof contract)[number]

const patterns = contract.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${fullPath(endpoint.path).replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** The endpoint a request is for, if it is one of the contract. */
export function findEndpoint({ method, url }: Request): ContractEndpoint | undefined {
  const { pathname } = new URL(url)
  const found = patterns.find(
    ({ endpoint, pattern }) => endpoint.method === method && pattern.test(pathname),
  )
  return found?.endpoint
}
