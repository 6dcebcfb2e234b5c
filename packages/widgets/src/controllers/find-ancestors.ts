/** An element and all it lies in, innermost first, through slots and out of shadow roots. */
export function* findAncestors(element: Element): Generator<Element> {
  let node: Node | null = element
  while (node) {
    if (node instanceof Element) yield node
    const slot: Node | null = node instanceof Element ? node.assignedSlot : null
    node = slot ?? (node instanceof ShadowRoot ? node.host : node.parentNode)
  }
}
