// A long name that breaks where its parts meet (after a dot, dash, slash or @) before it breaks inside a word. Written from right
// to left, it turns nothing around that stands beside it.
import { Fragment } from 'react'

export function Breakable({ text }: { text: string }) {
  const pieces = text.split(/(?<=[@._/:-])/)
  let from = 0
  return (
    <bdi>
      {pieces.map((piece) => {
        const at = from
        from += piece.length
        return (
          <Fragment key={at}>
            {piece}
            <wbr />
          </Fragment>
        )
      })}
    </bdi>
  )
}
