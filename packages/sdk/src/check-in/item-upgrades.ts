/** Makes an item of the next version from one of the version it stands under. */
export type ItemUpgrades = Readonly<Record<number, (value: object) => object>>

/** Version 1 is the first. */
export const itemUpgrades: ItemUpgrades = {}

/** A stored item in today's form; one that no upgrade leads from comes back as it is. */
export function upgradeItem(value: unknown, upgrades: ItemUpgrades): unknown {
  let current = value
  for (let steps = 0; steps < Object.keys(upgrades).length; steps += 1) {
    const upgrade = upgrades[toVersion(current)]
    if (!upgrade || typeof current !== 'object' || current === null) return current
    current = upgrade(current)
  }
  return current
}

function toVersion(value: unknown): number {
  if (typeof value !== 'object' || value === null) return Number.NaN
  const version: unknown = Reflect.get(value, 'version')
  return typeof version === 'number' ? version : Number.NaN
}
