import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { cut, PIECE } from './pieces.ts'
import { useGrowing } from './use-growing.ts'
import './review-rows.css'

export interface ReviewRowsProps<T> {
  readonly rows: readonly T[]
  /** No more than these are drawn. */
  readonly most: number
  /** Draws a row as a `li` with a key. */
  readonly draw: (row: T) => VNode
}

/** Rows of a review, of which there may be thousands. */
export function ReviewRows<T>({ rows, most, draw }: ReviewRowsProps<T>): VNode {
  const pieces = useMemo(() => cut(rows), [rows])
  const shown = useGrowing(Math.min(rows.length, most))
  return (
    <div>
      {pieces
        .filter((_, index) => index * PIECE < shown)
        .map((piece, index) => (
          <ul key={index} class="review-rows" style={{ '--count': piece.length }}>
            {piece.map(draw)}
          </ul>
        ))}
    </div>
  )
}
