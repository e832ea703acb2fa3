import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BrandAsset, BrandColor, BrandKit } from '../../shared/brand.ts'
import { KIND_NAMES } from '../../shared/kind-names.ts'
import type { Brand } from '../brand/brand.ts'
import { useResource } from '../brand/use-resource.ts'
import { createSearch, type Searched } from '../browse/find/search.ts'
import { AssetThumbnail } from '../browse/grid/asset-thumbnail.tsx'
import { Modal } from '../kit/modal.tsx'
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
  /** Left out while another cannot be chosen. */
  readonly onKit: ((id: string) => void) | undefined
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
  readonly asset?: BrandAsset
  readonly run: () => void
}

/** More are not looked through by hand. */
const MOST_SHOWN = 20
const MOST_RECENT = 5

/** One search over all of the brand, and what can be done with it, over the window. */
export function FindAll(props: FindAllProps): VNode {
  const { brand, onKit, colors, onColor, commands, onClose } = props
  const [query, setQuery] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const search = useMemo(createSearch, [])
  const isAsked = query.trim() !== ''
  const assets = useAssets(props, isAsked)
  const remembered = useRemembered(props)
  const { items: kits } = useResource(brand.kits)
  const items = useMemo(
    (): readonly Findable[] => [
      ...commands.map(([name, run]) => ({ name, what: 'Command', tags: [], folderIds: [], run })),
      ...(isAsked ? [] : remembered),
      ...colors.map((color) => ({
        ...{ name: color.name, what: 'Color', color, folderIds: [] },
        tags: [color.notation, color.palette ?? ''],
        run: () => onColor(color),
      })),
      ...(isAsked ? assets : []),
      ...(isAsked && onKit !== undefined
        ? kits.map(({ id, name }) => ({
            ...{ name, what: 'Brand kit', tags: [], folderIds: [] },
            run: () => onKit(id),
          }))
        : []),
    ],
    // The others are made anew each time, and do the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [isAsked, remembered, colors, assets, kits],
  )
  const all = useMemo(() => search.find(items, query, () => []), [search, items, query])
  const found = all.slice(0, MOST_SHOWN)
  const choose = (item: Findable | undefined): void => {
    if (item === undefined) return
    dialog.current?.close()
    item.run()
  }

  return (
    <Modal dialog={dialog} class="over-all find-all" label="Find anything" onClose={onClose}>
      <SearchField
        value={query}
        onInput={setQuery}
        onEnter={() => choose(found[0])}
        placeholder="Find colors, assets, brand kits, commands"
      />
      <ul>
        {found.map((item, at) => (
          <li key={at}>
            <button type="button" class="row-button" onClick={() => choose(item)}>
              {item.color !== undefined && <Swatch {...item.color} />}
              {item.asset !== undefined && <AssetThumbnail asset={item.asset} />}
              <bdi class="cut">{item.name}</bdi> <span class="hint">{item.what}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="hint">Nothing matches so far.</p>}
      {isAsked && all.length > MOST_SHOWN && (
        <p class="hint">The best {MOST_SHOWN}. Type more to see others.</p>
      )}
    </Modal>
  )
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
        items.map((asset) => toPlace(placer, asset, KIND_NAMES[asset.kind])),
      ),
    [placer, logos, assets, templates],
  )
}

/** Whatever its tab: what was placed last, and then what else is marked. */
function useRemembered({
  brand,
  placer,
}: Pick<FindAllProps, 'brand' | 'placer'>): readonly Findable[] {
  const favourites = brand.favouriteAssets.value
  const recent = brand.recentAssets.value
  return useMemo(() => {
    const last = recent.slice(0, MOST_RECENT)
    const others = favourites.filter((asset) => !last.includes(asset))
    return [
      ...last.map((asset) => toPlace(placer, asset, 'Recent')),
      ...others.map((asset) => toPlace(placer, asset, 'Favourite')),
    ]
  }, [placer, favourites, recent])
}

function toPlace(placer: Placer, asset: BrandAsset, what: string): Findable {
  const { name, tags } = asset
  return { name, what, tags, asset, folderIds: [], run: () => void placer.place([asset]) }
}
