import type { Keeper } from './keeper.js'

export function createMemoryKeeper<Value>(): Keeper<Value> {
  let kept: Value | undefined
  return {
    load: () => kept,
    save: (value) => {
      kept = value
    },
    clear: () => {
      kept = undefined
    },
  }
}
