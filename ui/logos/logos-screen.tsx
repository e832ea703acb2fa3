import type { VNode } from 'preact'
import { useCallback, useMemo } from 'preact/hooks'
import type { BrandAsset, BrandKit, Folder } from '../../shared/brand.ts'
import type { ListState } from '../brand/resource.ts'
import { useResource } from '../brand/use-resource.ts'
import { AssetList } from '../browse/grid/asset-list.tsx'
import { isOfMemory, tagsOf } from '../browse/find/filters.ts'
import { ListFace } from '../browse/list-face.tsx'
import { ListTrouble } from '../browse/list-trouble.tsx'
import { TagPicker } from '../browse/find/tag-picker.tsx'
import { useBrowsing } from '../browse/use-browsing.ts'
import { useVanishedFilters } from '../browse/find/use-vanished-filters.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'
import { SkeletonTiles } from '../kit/skeleton.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import type { KitScreenProps } from '../screen.ts'
import { FamilyBar } from './family-bar.tsx'
import { logoFamilies, logoFamily, variantsTogether } from './variants.ts'

/** The logos of the chosen brand kit, variants of one logo together. */
export function LogosScreen(screen: KitScreenProps): VNode {
  const { brand, kit } = screen
  const list = brand.logos(kit.id)
  const state = useResource(list)
  const { items, skipped, isKnown, status, trouble } = state
  const isFailed = !isKnown && status === 'failed'
  const logos = useMemo(() => variantsTogether(items), [items])
  const families = useMemo(() => logoFamilies(logos), [logos])
  const isHere = useCallback(
    ({ kind, kitId }: BrandAsset) => kind === 'logo' && kitId === kit.id,
    [kit.id],
  )
  const browsing = useBrowsing({
    brand,
    tab: 'logos',
    list: `logos of ${kit.id}`,
    loaded: logos,
    isComplete: isKnown,
    isHere,
    folders: NO_FOLDERS,
  })
  const { view, changeFilters } = browsing
  const { filters } = view
  const tags = useMemo(() => tagsOf(logos), [logos])
  useVanishedFilters(filters, changeFilters, {
    tags: isKnown ? tags : null,
    families: isKnown ? items.map(({ name }) => logoFamily(name)) : null,
  })

  const isEmpty = logos.length === 0 && !isOfMemory(filters)
  return (
    <AssetList
      screen={screen}
      noun="logos"
      total={isKnown ? logos.length : null}
      browsing={browsing}
      isSearching={false}
      filters={
        <TagPicker
          noun="logos"
          list={null}
          carried={tags}
          selected={filters.tags}
          onSelect={(chosen) => changeFilters({ tags: chosen })}
        />
      }
      chosenFamily={families.find(({ key }) => key === filters.family)?.label ?? null}
      above={() => (
        <FamilyBar
          families={families}
          selected={filters.family}
          onSelect={(family) => changeFilters({ family })}
        />
      )}
      face={isEmpty ? faceOf(state, list.retry, kit) : null}
    >
      {isFailed && trouble !== null && !isEmpty && (
        <Problem trouble={trouble} onRetry={list.retry} />
      )}
      <SkippedList skipped={skipped} />
    </AssetList>
  )
}

/** What stands where no logo is there: they are loading, they failed, or there are none. */
function faceOf(
  { isKnown, trouble }: ListState<BrandAsset>,
  onRetry: () => void,
  kit: BrandKit,
): VNode {
  if (isKnown) {
    return (
      <ListFace>
        <Empty title={`No logos in “${kit.name}”`}>
          <p>Add logos to this brand kit in Cliquify, then look again.</p>
          <Button onClick={onRetry}>Look again</Button>
        </Empty>
      </ListFace>
    )
  }
  return (
    <ListFace>
      {trouble === null ? (
        <SkeletonTiles count={8} />
      ) : (
        <ListTrouble noun="logos" trouble={trouble} onRetry={onRetry} />
      )}
    </ListFace>
  )
}

const NO_FOLDERS: readonly Folder[] = []
