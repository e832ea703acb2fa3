import type { ReadonlySignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { BrandColor } from '../../shared/brand.ts'
import type { SyncOptions } from '../../shared/protocol.ts'
import type { ColorPiece } from './color-pieces.ts'
import { ColorRow } from './color-row.tsx'
import type { ColorUser } from './color-use.ts'
import './color-rows.css'

export interface ColorRowsProps {
  readonly piece: ColorPiece
  /** All colors of the kit. */
  readonly colors: readonly BrandColor[]
  readonly user: ColorUser
  readonly synced: ReadonlySignal<SyncOptions | null>
  /** Which of the piece's rows Tab stops at; null where it is in another piece. */
  readonly tabStop: number | null
  /** Called with the place among all. */
  readonly onFocus: (place: number) => void
}

/** The rows of a piece; they are drawn anew only where something of theirs has changed. */
export function ColorRows(props: ColorRowsProps): VNode {
  const { piece, colors, user, synced, tabStop, onFocus } = props
  return useMemo(
    () => (
      <ul class="color-rows" style={{ '--count': piece.colors.length }}>
        {piece.colors.map((color, index) => (
          <ColorRow
            key={`${color.id ?? color.name}/${index}`}
            color={color}
            colors={colors}
            user={user}
            synced={synced}
            tabStop={index === tabStop}
            onFocus={() => onFocus(piece.first + index)}
          />
        ))}
      </ul>
    ),
    [piece, colors, user, synced, tabStop, onFocus],
  )
}
