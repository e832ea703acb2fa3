import type { ComponentChildren, VNode } from 'preact'
import './marked-name.css'

export interface MarkedNameProps {
  readonly name: string
  /** Ranges of characters from the first to before the last, in order and apart. */
  readonly marks: readonly (readonly [number, number])[]
  /** Where the end begins that is kept, which tells apart: it is cut before that. */
  readonly end: number
}

/** A name with what was searched for marked in it. */
export function MarkedName({ name, marks, end }: MarkedNameProps): VNode {
  return (
    <>
      {end > 0 && <span class="name-start">{partsOf(name, marks, 0, end)}</span>}
      <span class="name-end">{partsOf(name, marks, end, name.length)}</span>
    </>
  )
}

/** The part of the name from one character to before another. */
function partsOf(
  name: string,
  marks: MarkedNameProps['marks'],
  start: number,
  end: number,
): ComponentChildren {
  const parts: ComponentChildren[] = []
  let done = start
  for (const mark of marks) {
    const from = Math.max(mark[0], start)
    const to = Math.min(mark[1], end)
    if (from < done || to <= from) continue
    parts.push(name.slice(done, from), <mark class="marked">{name.slice(from, to)}</mark>)
    done = to
  }
  return [...parts, name.slice(done, end)]
}
