import type { VNode } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { SkeletonTiles } from '../kit/skeleton.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import { useStaleness } from '../kit/staleness.ts'
import { useLoad } from '../kit/use-load.ts'
import { distinctAssets } from '../placement/asset-key.ts'
import { AssetList } from '../browse/asset-list.tsx'
import { ListFace } from '../browse/list-face.tsx'
import { ListTrouble } from '../browse/list-trouble.tsx'
import { searchAssets } from '../browse/search.ts'
import type { ScreenProps } from '../screen.ts'
import { variantsTogether } from './variants.ts'

/** The logos of the chosen brand kit. */
export function LogosScreen({
  client,
  cache,
  staleness,
  kit,
  placer,
  onConnectAgain,
  onOpenSettings,
}: ScreenProps): VNode {
  const { state, retry } = useLoad(
    (signal) => client.logos(kit, signal),
    [client, kit],
    cache.logos(kit.id),
  )
  useStaleness(staleness, state.status === 'ready' ? state.stale : null, retry)
  const [query, setQuery] = useState('')
  const items = state.status === 'ready' ? state.value.items : null
  const logos = useMemo(
    () => (items === null ? [] : variantsTogether(distinctAssets(items))),
    [items],
  )

  if (state.status === 'loading') {
    return (
      <ListFace>
        <SkeletonTiles count={8} />
      </ListFace>
    )
  }
  if (state.status === 'failed') {
    return (
      <ListFace>
        <ListTrouble
          noun="logos"
          trouble={state.trouble}
          onRetry={retry}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
      </ListFace>
    )
  }
  const { skipped } = state.value
  if (logos.length === 0) {
    return (
      <ListFace>
        <Empty title={`No logos in “${kit.name}”`}>
          <p>Add logos to this brand kit in Cliquify, then look again.</p>
          <Button onClick={retry}>Look again</Button>
        </Empty>
        <SkippedList skipped={skipped} />
      </ListFace>
    )
  }
  return (
    <AssetList
      noun="logos"
      placer={placer}
      total={logos.length}
      assets={searchAssets(logos, query)}
      query={query}
      onQuery={setQuery}
      onClear={() => setQuery('')}
      onConnectAgain={onConnectAgain}
      onOpenSettings={onOpenSettings}
    >
      <SkippedList skipped={skipped} />
    </AssetList>
  )
}
