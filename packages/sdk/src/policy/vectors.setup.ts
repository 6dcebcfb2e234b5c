// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
export { default as vectors } from '../../vectors/policy.json' with { type: 'json' }
