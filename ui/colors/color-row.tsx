import type { ReadonlySignal } from '@preact/signals'
import type { TargetedKeyboardEvent, VNode } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import type { BrandColor } from '../../shared/brand.ts'
import { DEFAULT_SYNC_OPTIONS, type Outcome, type SyncOptions } from '../../shared/sync.ts'
import { copyText } from '../kit/copy-text.ts'
import { IconLibrary, IconMore } from '../kit/icons.tsx'
import { useMenu, type MenuItem } from '../kit/menu.tsx'
import { Swatch } from '../kit/swatch.tsx'
import { ColorActions } from './color-actions.tsx'
import { colorFormats, type ColorFormat } from './color-formats.ts'
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
  const { color, colors, applier, synced, library, outcome, tabStop, onFocus } = props
  const [mark, told] = outcome === undefined ? ['', ''] : markOf(outcome)
  const [open, setOpen] = useState(false)
  const [uncopied, setUncopied] = useState<string | null>(null)
  const [menu, openMenu] = useMenu()
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

  const formats = (): readonly ColorFormat[] =>
    colorFormats(applier.kit, color, synced.value ?? DEFAULT_SYNC_OPTIONS)

  function copy(text: string): void {
    const copied = copyText(text)
    setUncopied(copied ? null : text)
    if (!copied) setOpen(true)
    applier.announce(
      copied ? `Copied ${text}.` : 'This browser did not copy. Copy the selected text yourself.',
    )
  }

  const items = (): readonly MenuItem[] => [
    ['Apply as fill', () => void applier.apply(color, colors, 'fill')],
    ['Apply as stroke', () => void applier.apply(color, colors, 'stroke')],
    ...formats().map(({ label, text }): MenuItem => [`Copy ${label}`, () => copy(text)]),
  ]

  return (
    <li class={open ? 'color-row-open' : undefined} onFocusIn={onFocus} onKeyDown={close}>
      <div class="color-line" onContextMenu={(event) => openMenu(event, color.name, items())}>
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
      {open && (
        <ColorActions id={id} formats={formats()} uncopied={uncopied} onCopy={copy} {...props} />
      )}
      {menu}
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
