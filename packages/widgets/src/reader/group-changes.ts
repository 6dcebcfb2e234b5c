import type { Change } from './align.js'

/**
 * Joins changes side by side where letters were lost or added, as an input method does it: `ddee` became
 * `đê`. Letters replaced one by one, as another layout does it, stay apart.
 */
export function groupChanges(changes: readonly Change[]): Change[] {
  const groups: Change[][] = []
  for (const change of changes) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && change.at <= last.at + last.expected.length) group.push(change)
    else groups.push([change])
  }
  return groups.flatMap((group) => (group.every(isReplaced) ? group : [joinGroup(group)]))
}

const isReplaced = ({ expected, got }: Change) => expected !== '' && got !== ''

function joinGroup(group: readonly Change[]): Change {
  return {
    expected: group.map(({ expected }) => expected).join(''),
    got: group.map(({ got }) => got).join(''),
    at: group[0]?.at ?? 0,
  }
}
