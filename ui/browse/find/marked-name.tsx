import type { ComponentChildren, VNode } from 'preact'
import './marked-name.css'

export interface MarkedNameProps {
  readonly name: string
  /** Ranges of characters from the first to before the last, in order and apart. */
  readonly marks: readonly (readonly [number, number])[]
}

/** A name with what was searched for marked in it. */
export function MarkedName({ name, marks }: MarkedNameProps): VNode {
  const parts: ComponentChildren[] = []
  let done = 0
  for (const [from, to] of marks) {
    if (from < done || to <= from) continue
    parts.push(name.slice(done, from), <mark class="marked">{name.slice(from, to)}</mark>)
    done = to
  }
  return (
    <>
      {parts}
      {name.slice(done)}
    </>
  )
}
