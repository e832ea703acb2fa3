import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BrandAsset, BrandColor, BrandKit } from '../../shared/brand.ts'
import type { Brand } from '../brand/brand.ts'
import { useResource } from '../brand/use-resource.ts'
import { createSearch, type Searched } from '../browse/find/search.ts'
import { SearchField } from '../kit/search-field.tsx'
import { Swatch } from '../kit/swatch.tsx'
import type { Placer } from '../placement/placer.ts'
import './find-all.css'

/** What a person can do from anywhere: what it is called, and what it does. */
export type WindowCommand = readonly [name: string, run: () => void]

export interface FindAllProps {
  readonly brand: Brand
  readonly placer: Placer
  readonly kit: BrandKit
  readonly colors: readonly BrandColor[]
  readonly onColor: (color: BrandColor) => void
  readonly commands: readonly WindowCommand[]
  readonly onClose: () => void
}

/** Something that is found by its name, and what is done with it. */
interface Findable extends Searched {
  /** Such as "Logo". */
  readonly what: string
  readonly color?: BrandColor
  readonly run: () => void
}

/** More are not looked through by hand. */
const MOST_SHOWN = 20

/** One search over all of the brand, and what can be done with it, over the window. */
export function FindAll(props: FindAllProps): VNode {
  const { colors, onColor, commands, onClose } = props
  const [query, setQuery] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const search = useMemo(createSearch, [])
  const assets = useAssets(props, query.trim() !== '')
  const items = useMemo(
    (): readonly Findable[] => [
      ...commands.map(([name, run]) => ({ name, what: 'Command', tags: [], folderIds: [], run })),
      ...colors.map((color) => ({
        ...{ name: color.name, what: 'Color', color, folderIds: [] },
        tags: [color.notation, color.palette ?? ''],
        run: () => onColor(color),
      })),
      ...assets,
    ],
    // Both are made anew each time, and do the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [colors, assets],
  )
  const found = useMemo(
    () => search.find(items, query, () => []).slice(0, MOST_SHOWN),
    [search, items, query],
  )
  const choose = (item: Findable | undefined): void => {
    if (item === undefined) return
    onClose()
    item.run()
  }
  const move = (by: number): void => {
    const rows = [...(dialog.current?.querySelectorAll<HTMLElement>('input, li > button') ?? [])]
    rows[rows.findIndex((row) => row === document.activeElement) + by]?.focus()
  }

  useLayoutEffect(() => {
    const shown = dialog.current
    // The field has the focus then, and what had it before has it again in the end.
    shown?.showModal()
    return () => shown?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      class="find-all"
      aria-label="Find anything"
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') onClose()
        else if (event.key === 'ArrowDown') move(1)
        else if (event.key === 'ArrowUp') move(-1)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
      // What is behind it does not hear of the rest.
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={onClose}
    >
      <SearchField
        value={query}
        onInput={setQuery}
        onEnter={() => choose(found[0])}
        onDown={() => move(1)}
        placeholder="Find colors, logos, assets, templates, commands"
      />
      {found.length === 0 && <p class="hint">Nothing matches so far.</p>}
      <ul>
        {found.map((item, at) => (
          <li key={at}>
            <button type="button" class="row-button" onClick={() => choose(item)}>
              {item.color !== undefined && <Swatch {...item.color} />}
              <bdi class="cut">{item.name}</bdi> <span class="hint">{item.what}</span>
            </button>
          </li>
        ))}
      </ul>
    </dialog>
  )
}

const KINDS: Readonly<Record<BrandAsset['kind'], string>> = {
  logo: 'Logo',
  asset: 'Asset',
  template: 'Template',
}

/** What can be placed, as far as it is known; `isWhole`: the rest is asked for as well. */
function useAssets(
  { brand, placer, kit }: Pick<FindAllProps, 'brand' | 'placer' | 'kit'>,
  isWhole: boolean,
): readonly Findable[] {
  const [assets, templates] = [useResource(brand.assets), useResource(brand.templates)]
  const logos = useResource(brand.logos(kit))
  useEffect(() => {
    if (!isWhole) return
    if (assets.status === 'waiting') brand.assets.more()
    if (templates.status === 'waiting') brand.templates.more()
  }, [brand, isWhole, assets, templates])
  return useMemo(
    () =>
      [logos, assets, templates].flatMap(({ items }) =>
        items.map((asset) => ({
          ...{ name: asset.name, what: KINDS[asset.kind], tags: asset.tags, folderIds: [] },
          run: () => void placer.place([asset]),
        })),
      ),
    [placer, logos, assets, templates],
  )
}
