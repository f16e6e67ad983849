'use client'
// Draws what drawing.tsx computed, and nothing else.
import { createElement, type ReactNode } from 'react'

export type DrawingNode = string | { tag: string; attributes: Record<string, unknown>; within: readonly DrawingNode[] }

export function DrawingLeaf({ node }: { node: DrawingNode }): ReactNode {
  return draw(node, 0)
}

function draw(node: DrawingNode, key: number): ReactNode {
  if (typeof node === 'string') return node
  return createElement(node.tag, { ...node.attributes, key }, ...node.within.map(draw))
}
