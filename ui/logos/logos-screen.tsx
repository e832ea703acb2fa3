import type { VNode } from 'preact'
import { useCallback, useMemo } from 'preact/hooks'
import type { BrandAsset, Decoded, Folder } from '../../shared/brand.ts'
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
import { useStaleness } from '../kit/staleness.ts'
import { useLoad, type Load } from '../kit/use-load.ts'
import { distinctAssets } from '../placement/asset-key.ts'
import type { KitScreenProps } from '../screen.ts'
import { FamilyBar } from './family-bar.tsx'
import { logoFamilies, logoFamily, variantsTogether } from './variants.ts'

/** The logos of the chosen brand kit, variants of one logo together. */
export function LogosScreen(screen: KitScreenProps): VNode {
  const { client, cache, memory, staleness, kit } = screen
  const loading = useLoad((signal) => client.logos(kit, signal), [client, kit], cache.logos(kit.id))
  const { state, retry } = loading
  useStaleness(staleness, state.status === 'ready' ? state.stale : null, retry)
  const items = state.status === 'ready' ? state.value.items : null
  const logos = useMemo(
    () => (items === null ? [] : variantsTogether(distinctAssets(items))),
    [items],
  )
  const families = useMemo(() => logoFamilies(logos), [logos])
  const isHere = useCallback(
    ({ kind, kitId }: BrandAsset) => kind === 'logo' && kitId === kit.id,
    [kit.id],
  )
  const browsing = useBrowsing({
    memory,
    tab: 'logos',
    loaded: logos,
    isComplete: items !== null,
    isHere,
    folders: NO_FOLDERS,
  })
  const { look, changeFilters } = browsing
  const { filters } = look
  const tags = useMemo(() => tagsOf(logos), [logos])
  useVanishedFilters(filters, changeFilters, {
    tags: items === null ? null : tags,
    families: items?.map(({ name }) => logoFamily(name)) ?? null,
  })

  const isEmpty = logos.length === 0 && !isOfMemory(filters)
  return (
    <AssetList
      screen={screen}
      noun="logos"
      total={items === null ? null : logos.length}
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
      face={isEmpty ? faceOf(loading, screen) : null}
    >
      {state.status === 'failed' && !isEmpty && (
        <Problem
          trouble={state.trouble}
          staleness={staleness}
          onRetry={retry}
          onConnectAgain={screen.onConnectAgain}
          onOpenSettings={screen.onOpenSettings}
        />
      )}
      {state.status === 'ready' && <SkippedList skipped={state.value.skipped} />}
    </AssetList>
  )
}

/** What stands where no logo is there: they are loading, they failed, or there are none. */
function faceOf(
  { state, retry }: Load<Decoded<BrandAsset>>,
  { kit, staleness, onConnectAgain, onOpenSettings }: KitScreenProps,
): VNode {
  if (state.status === 'loading') {
    return (
      <ListFace>
        <SkeletonTiles count={8} />
      </ListFace>
    )
  }
  return (
    <ListFace>
      {state.status === 'failed' ? (
        <ListTrouble
          noun="logos"
          trouble={state.trouble}
          staleness={staleness}
          onRetry={retry}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
      ) : (
        <Empty title={`No logos in “${kit.name}”`}>
          <p>Add logos to this brand kit in Cliquify, then look again.</p>
          <Button onClick={retry}>Look again</Button>
        </Empty>
      )}
    </ListFace>
  )
}

const NO_FOLDERS: readonly Folder[] = []
