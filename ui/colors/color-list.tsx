import type { ReadonlySignal } from '@preact/signals'
import type { TargetedKeyboardEvent, VNode } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { BrandColor, Decoded } from '../../shared/brand.ts'
import { fromJson, toJson } from '../../shared/json.ts'
import type { SyncOptions } from '../../shared/protocol.ts'
import { SkippedList } from '../kit/skipped.tsx'
import { before, inPieces, placeIn } from './color-pieces.ts'
import { ColorRows } from './color-rows.tsx'
import type { ColorUser } from './color-use.ts'
import { rowAfterKey } from './row-keys.ts'
import { useGrowing } from './use-growing.ts'
import './color-list.css'

export interface ColorListProps {
  readonly colors: Decoded<BrandColor>
  readonly user: ColorUser
  /** How the kit was last synced into the file, where it was. */
  readonly synced: ReadonlySignal<SyncOptions | null>
}

/** The colors of a kit under their palettes; Tab enters the list once, the arrow keys move in it. */
export function ColorList({ colors, user, synced }: ColorListProps): VNode {
  const list = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  // As text, so that thousands of rows stay as they are when the same colors are read again.
  const text = useMemo(() => toJson(colors.items), [colors.items])
  const { palettes, order } = useMemo(() => inPieces(fromJson(text)), [text])
  const shown = useGrowing(order.length)
  const tabStop = Math.min(focused, order.length - 1)

  function move(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>('.color-line > button') ?? []
    const from = [...buttons].findIndex((button) => button === event.target)
    const to = rowAfterKey(event.key, from, buttons.length)
    if (to === null) return
    event.preventDefault()
    buttons[to]?.focus()
  }

  return (
    <div ref={list} class="color-list" onKeyDown={move}>
      {before(palettes, shown).map(({ name, pieces }) => (
        <section key={name ?? ''}>
          {(name !== null || palettes.length > 1) && (
            <h2 class="group-heading cut" dir="auto" title={name ?? undefined}>
              {name ?? 'Other colors'}
            </h2>
          )}
          {pieces.map((piece, index) => (
            <ColorRows
              key={index}
              piece={piece}
              colors={order}
              user={user}
              synced={synced}
              tabStop={placeIn(piece, tabStop)}
              onFocus={setFocused}
            />
          ))}
        </section>
      ))}
      <SkippedList skipped={colors.skipped} noun="color" />
    </div>
  )
}
