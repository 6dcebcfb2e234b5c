import type { FieldMemory } from './field-memory.js'

/** Where the cursor is: the ends of the selection. */
type Place = readonly [anchor: Node, anchorOffset: number, focus: Node, focusOffset: number]

/**
 * Remembers an editable region by its changes, which are undone one after the other: the nodes stay the
 * same ones, and a long document costs nothing.
 */
export function rememberRegion(region: HTMLElement): FieldMemory {
  const records: MutationRecord[] = []
  const marks: { index: number; recordCount: number; place: Place | undefined }[] = []
  const observer = new MutationObserver((news) => {
    records.push(...news)
  })
  observer.observe(region, {
    subtree: true,
    childList: true,
    characterData: true,
    characterDataOldValue: true,
  })
  const collect = () => records.push(...observer.takeRecords())
  return {
    mark(index) {
      collect()
      marks.push({ index, recordCount: records.length, place: readPlace(region) })
    },
    restore(index) {
      collect()
      observer.disconnect()
      const mark = marks.findLast((each) => each.index <= index) ?? marks[0]
      if (!mark) return
      for (const record of records.slice(mark.recordCount).reverse()) undo(record)
      if (mark.place) getSelectionOf(region)?.setBaseAndExtent(...mark.place)
      region.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    },
    forget: () => observer.disconnect(),
  }
}

function undo({ type, target, oldValue, addedNodes, removedNodes, nextSibling }: MutationRecord) {
  if (type === 'characterData' && target instanceof CharacterData) target.data = oldValue ?? ''
  for (const node of addedNodes) if (node.parentNode === target) target.removeChild(node)
  for (const node of removedNodes) target.insertBefore(node, nextSibling)
}

function readPlace(region: HTMLElement): Place | undefined {
  const selection = getSelectionOf(region)
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {}
  return anchorNode && focusNode ? [anchorNode, anchorOffset, focusNode, focusOffset] : undefined
}

/** Chromium keeps the selection of a shadow tree with its root. */
function getSelectionOf(region: HTMLElement): Selection | null {
  const root = region.getRootNode()
  const isOwn = root instanceof ShadowRoot && 'getSelection' in root
  return isOwn ? (root as unknown as Document).getSelection() : document.getSelection()
}
