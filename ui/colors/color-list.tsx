import type { ReadonlySignal } from '@preact/signals'
import type { TargetedKeyboardEvent, VNode } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { BrandColor, Decoded } from '../../shared/brand.ts'
import type { SyncOptions } from '../../shared/protocol.ts'
import { SkippedList } from '../kit/skipped.tsx'
import type { ColorApplier } from './apply-color.ts'
import { ColorRow } from './color-row.tsx'
import { byPalette } from './color-texts.ts'
import { rowAfterKey } from './row-keys.ts'
import { useGrowing } from './use-growing.ts'
import './color-list.css'

export interface ColorListProps {
  readonly colors: Decoded<BrandColor>
  readonly applier: ColorApplier
  /** How the kit was last synced into the file, where it was. */
  readonly synced: ReadonlySignal<SyncOptions | null>
}

/** The colors of a kit under their palettes; Tab enters the list once, the arrow keys move in it. */
export function ColorList({ colors, applier, synced }: ColorListProps): VNode {
  const list = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  const palettes = useMemo(() => byPalette(colors.items), [colors.items])
  const shown = useGrowing(colors.items.length)
  const tabStop = Math.min(focused, colors.items.length - 1)

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
      {palettes
        .filter(({ first }) => first < shown)
        .map((palette) => (
          <section key={palette.name ?? ''}>
            {(palette.name !== null || palettes.length > 1) && (
              <h2 class="group-heading cut" dir="auto" title={palette.name ?? undefined}>
                {palette.name ?? 'Other colors'}
              </h2>
            )}
            <ul class="color-rows">
              {palette.colors.slice(0, shown - palette.first).map((color, index) => (
                <ColorRow
                  key={`${color.id ?? color.name}/${index}`}
                  color={color}
                  colors={colors.items}
                  applier={applier}
                  synced={synced}
                  tabStop={palette.first + index === tabStop}
                  onFocus={() => setFocused(palette.first + index)}
                />
              ))}
            </ul>
          </section>
        ))}
      <SkippedList skipped={colors.skipped} noun="color" />
    </div>
  )
}
