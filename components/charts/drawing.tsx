// Hands an svg to the page in one piece. React may stream a server component's markup in parts, and hides a late part of an
// svg behind a style attribute, which the content security policy blocks. So the svg is computed here, on the server, and
// crosses as plain data to a leaf that only draws it.
import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { type DrawingNode, DrawingLeaf } from './drawing-leaf.tsx'

/** The only child is an `<svg>`. What stands in it may be made by plain functions, but not by components with hooks. */
export function Drawing({ children }: { children: ReactElement }) {
  const [root] = nodesOf(children)
  if (root === undefined || typeof root === 'string') throw new Error('a drawing needs an svg')
  return <DrawingLeaf node={root} />
}

type Parts = { children?: ReactNode; [attribute: string]: unknown }

function nodesOf(content: ReactNode): DrawingNode[] {
  if (content === null || content === undefined || typeof content === 'boolean') return []
  if (typeof content === 'string' || typeof content === 'number') return [String(content)]
  if (Array.isArray(content)) return content.flatMap(nodesOf)
  if (!isValidElement<Parts>(content)) throw new Error('a drawing holds elements and text only')
  const { type, props } = content
  if (type === Fragment) return nodesOf(props.children)
  if (typeof type === 'function') return nodesOf((type as (props: Parts) => ReactNode)(props))
  if (typeof type !== 'string') throw new Error('a drawing holds svg elements only')
  const { children, ...attributes } = props
  return [{ tag: type, attributes, within: nodesOf(children) }]
}
