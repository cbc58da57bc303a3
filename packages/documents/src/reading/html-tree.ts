import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { Beyond } from './beyond.ts'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

/** Elements within each other, and elements of a page in all. Browsers stop nesting at 512. */
export const DEPTH_LIMIT = 1_000
export const ELEMENTS_LIMIT = 300_000

/** Parses a page as browsers do (HTML, section 13.2), without running anything, and no deeper or longer than the limits. */
export const treeOf = (html: string): Parent => {
  let depth = 0
  let elements = 0
  return parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...given) => {
        if (++elements > ELEMENTS_LIMIT) throw new Beyond('elements', ELEMENTS_LIMIT)
        return defaultTreeAdapter.createElement(...given)
      },
      onItemPush: () => {
        if (++depth > DEPTH_LIMIT) throw new Beyond('depth', DEPTH_LIMIT)
      },
      onItemPop: () => {
        depth--
      },
    },
  })
}

export const isElement = (node: Node | Parent): node is Element => 'tagName' in node
export const childrenOf = (node: Node | Parent): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
export const textNode = (node: Node): string | undefined =>
  node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : undefined
export const attribute = (element: Element, name: string): string | undefined => element.attrs.find((given) => given.name === name)?.value

/** Every element below a node, in order. Without recursion: depth is the page's choice. */
export const elementsIn = function* (root: Parent): Generator<Element> {
  const open: Node[] = [...root.childNodes].reverse()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isElement(node)) yield node
    const children = childrenOf(node)
    for (let at = children.length - 1; at >= 0; at--) open.push(children[at]!)
  }
}

/** The text of an element as it stands, without its elements. */
export const contentOf = (element: Element): string => {
  const parts: string[] = []
  const open: Node[] = [...element.childNodes].reverse()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    parts.push(textNode(node) ?? '')
    const children = childrenOf(node)
    for (let at = children.length - 1; at >= 0; at--) open.push(children[at]!)
  }
  return parts.join('')
}
