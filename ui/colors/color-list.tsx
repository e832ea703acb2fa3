import type { ReadonlySignal, Signal } from '@preact/signals'
import type { TargetedKeyboardEvent, VNode } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { BrandColor, Decoded } from '../../shared/brand.ts'
import type { Outcome, SyncOptions, SyncPlan } from '../../shared/sync.ts'
import { leftText } from '../browse/find/find-texts.ts'
import { NO_FILTERS } from '../browse/find/filters.ts'
import { useCountNote } from '../browse/use-count-note.ts'
import { Button } from '../kit/button.tsx'
import { countOf } from '../kit/count-of.ts'
import { Empty } from '../kit/empty.tsx'
import { hasModifier } from '../kit/has-modifier.ts'
import { SearchField } from '../kit/search-field.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import type { ColorApplier } from './apply-color.ts'
import type { FoundLibrary } from './outlook.ts'
import { ColorRow } from './color-row.tsx'
import { byPalette } from './color-texts.ts'
import { createFindColors } from './find-colors.ts'
import { rowAfterKey } from './row-keys.ts'
import { useGrowing } from './use-growing.ts'
import './color-list.css'

export interface ColorListProps {
  readonly colors: Decoded<BrandColor>
  /** What a person looks for; it outlives the tab. */
  readonly query: Signal<string>
  readonly applier: ColorApplier
  /** How the kit was last synced into the file, where it was. */
  readonly synced: ReadonlySignal<SyncOptions | null>
  readonly library: FoundLibrary | null
  /** What a sync would do with them; null where that is not known. */
  readonly outlook: SyncPlan | null
}

/** The colors of a kit under their palettes; Tab enters the list once, the arrow keys move in it. */
export function ColorList(props: ColorListProps): VNode {
  const { colors, query, applier, synced, library, outlook } = props
  const { items, skipped } = colors
  const list = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  const find = useMemo(() => createFindColors(items), [items])
  const outcomeOf = useMemo(
    () => new Map(outlook === null ? [] : outcomesOf(items, outlook)),
    [items, outlook],
  )
  const wanted = query.value.trim()
  const found = useMemo(() => find(wanted), [find, wanted])
  const palettes = useMemo(() => byPalette(found), [found])
  const shown = useGrowing(found.length)
  const tabStop = Math.min(focused, found.length - 1)
  const leaveUnsaid = useCountNote(
    leftText(found.length, 'colors', wanted, NO_FILTERS),
    wanted,
    applier.announce,
  )

  function move(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    if (hasModifier(event)) return
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>('.color-line > button') ?? []
    const from = [...buttons].findIndex((button) => button === event.target)
    const to = rowAfterKey(event.key, from, buttons.length)
    if (to === null) return
    event.preventDefault()
    buttons[to]?.focus()
  }

  return (
    <>
      <div class="color-search sticky-bar">
        <SearchField
          value={query.value}
          onInput={(typed) => (query.value = typed)}
          onEnter={({ altKey }) => {
            const first = palettes[0]?.colors[0]
            if (first === undefined) return
            leaveUnsaid()
            void applier.apply(first, items, altKey ? 'stroke' : 'fill')
          }}
          onDown={() => list.current?.querySelector<HTMLElement>('.color-line > button')?.focus()}
          placeholder={`Search ${countOf(items.length, 'color')}`}
        />
      </div>
      {found.length === 0 ? (
        <Empty title={`Nothing matches “${wanted}”`}>
          <p>Try another name, palette or hex value.</p>
          <Button onClick={() => (query.value = '')}>Show all colors</Button>
        </Empty>
      ) : (
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
                      colors={items}
                      applier={applier}
                      synced={synced}
                      library={library && { name: library.name, has: library.has.has(color) }}
                      outcome={outcomeOf.get(color)}
                      tabStop={palette.first + index === tabStop}
                      onFocus={() => setFocused(palette.first + index)}
                    />
                  ))}
                </ul>
              </section>
            ))}
          {wanted === '' && <SkippedList skipped={skipped} noun="color" />}
        </div>
      )}
    </>
  )
}

/** Where Cliquify lists a color twice, its row does not tell which it is of. */
function outcomesOf(
  items: readonly BrandColor[],
  { rows }: SyncPlan,
): readonly (readonly [BrandColor, Outcome | undefined])[] {
  if (rows.some(({ reason }) => reason?.kind === 'repeated')) return []
  return items.map((color, place) => [color, rows[place]?.outcome])
}
