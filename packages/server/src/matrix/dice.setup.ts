/** Chance that repeats: the same seed rolls the same. */
export interface Dice {
  /** From 0 to below `sides`. */
  roll(sides: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  /** True so often out of a hundred. */
  percent(chance: number): boolean
}

/** mulberry32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md, public domain. */
export function createDice(seed: number): Dice {
  let state = seed
  const roll = (sides: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
  return {
    roll,
    pick: (items) => items[roll(items.length)] ?? items[0],
    percent: (chance) => roll(100) < chance,
  }
}
