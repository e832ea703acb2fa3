import type { ReadonlySignal } from '@preact/signals'
import type { TargetedKeyboardEvent, VNode } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import type { BrandColor } from '../../shared/brand.ts'
import type { Outcome, SyncOptions } from '../../shared/sync.ts'
import { IconLibrary, IconMore } from '../kit/icons.tsx'
import { Swatch } from '../kit/swatch.tsx'
import { ColorActions } from './color-actions.tsx'
import { valueText } from './color-texts.ts'
import type { ColorApplier } from './apply-color.ts'
import '../kit/icon-button.css'
import './color-row.css'

export interface ColorRowProps {
  readonly color: BrandColor
  /** All colors of the kit. */
  readonly colors: readonly BrandColor[]
  readonly applier: ColorApplier
  readonly synced: ReadonlySignal<SyncOptions | null>
  /** The team's library with colors of the kit, and whether it has this one. */
  readonly library: { readonly name: string; readonly has: boolean } | null
  /** What a sync would do with it; undefined where that is not known. */
  readonly outcome: Outcome | undefined
  /** Whether Tab stops here; the arrow keys lead to the other rows. */
  readonly tabStop: boolean
  readonly onFocus: () => void
}

/** A color: a click applies it, "More" opens what else there is to do with it. */
export function ColorRow(props: ColorRowProps): VNode {
  const { color, colors, applier, library, outcome, tabStop, onFocus } = props
  const [mark, told] = outcome === undefined ? ['', ''] : markOf(outcome)
  const [open, setOpen] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const id = useId()
  const value = color.gradient === undefined ? valueText(color.value) : 'Gradient'
  const tabIndex = tabStop ? 0 : -1

  function close(event: TargetedKeyboardEvent<HTMLLIElement>): void {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    setOpen(false)
    more.current?.focus()
  }

  return (
    <li
      class={open ? 'color-row color-row-open' : 'color-row'}
      onFocusIn={onFocus}
      onKeyDown={close}
    >
      <div class="color-line">
        <button
          type="button"
          class="row-button color-button"
          title={[
            color.name,
            color.notation,
            color.wide && 'Wider than sRGB',
            library && (library.has ? `In ${library.name}` : `Not in ${library.name} yet`),
            told,
            'Click: fill. Alt-click: stroke.',
          ]
            .filter(Boolean)
            .join('\n')}
          tabIndex={tabIndex}
          onClick={(event) => void applier.apply(color, colors, event.altKey ? 'stroke' : 'fill')}
        >
          <Swatch {...color} />
          <bdi class="cut color-name">{color.name}</bdi>{' '}
          <span class="color-value">
            {color.wide !== undefined && 'wider than sRGB · '}
            {value}
            {library?.has === true && <IconLibrary />}
          </span>
          {outcome !== undefined && (
            <span class="color-link" aria-hidden="true">
              {mark}
            </span>
          )}
        </button>
        <button
          ref={more}
          type="button"
          class="icon-button color-more"
          aria-label={`More about ${color.name}`}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          title="More"
          tabIndex={tabIndex}
          onClick={() => setOpen(!open)}
        >
          <IconMore />
        </button>
      </div>
      {open && <ColorActions id={id} {...props} />}
    </li>
  )
}

type Mark = readonly [mark: string, told: string]

/** How a color is linked to the file: a mark, and what people read of it. */
const MARKS: Partial<Record<Outcome, Mark>> = {
  unchanged: ['✓', 'Synced into this file'],
  create: ['○', 'Not in this file yet'],
  deleted: ['–', 'Deleted in this file'],
  'left-out': ['–', 'Left out of this file'],
  skipped: ['–', 'Not wholly in this file'],
}

function markOf(outcome: Outcome): Mark {
  return MARKS[outcome] ?? ['●', 'Other in this file']
}
