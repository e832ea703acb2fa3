import type { ReadonlySignal, Signal } from '@preact/signals'
import type { VNode } from 'preact'
import { useCallback, useEffect } from 'preact/hooks'
import type { BrandColor } from '../../shared/brand.ts'
import type { Editor } from '../../shared/protocol.ts'
import type { SyncOptions, SyncPlan } from '../../shared/sync.ts'
import type { ListState } from '../brand/resource.ts'
import { Button } from '../kit/button.tsx'
import { countOf } from '../kit/count-of.ts'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'
import { Skeleton } from '../kit/skeleton.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import { isOffline } from '../kit/stale-text.ts'
import { useBackOnline } from '../kit/use-back-online.ts'
import { ColorList } from './color-list.tsx'
import type { ColorSync } from './color-sync.ts'
import type { FoundLibrary } from './outlook.ts'
import type { ColorApplier } from './apply-color.ts'
import { MovePreview } from './move-preview.tsx'
import { noStylesReason } from './sync-texts.ts'
import { SyncFooter } from './sync-footer.tsx'
import { SyncReview } from './sync-review.tsx'
import { SyncSummary } from './sync-summary.tsx'
import './colors-screen.css'

export interface ColorsScreenProps {
  readonly editor: Editor
  readonly colors: ListState<BrandColor>
  /** What a person looks for among them. */
  readonly query: Signal<string>
  readonly onRetry: () => void
  /** Asks anew which kits there are, because this one is gone. */
  readonly onDeleted: () => void
  readonly sync: ColorSync
  readonly applier: ColorApplier
}

export function ColorsScreen(props: ColorsScreenProps): VNode {
  const { editor, colors, onDeleted, sync } = props
  const state = sync.state.value
  const library = sync.library.value
  const synced = sync.settings.lastOptions.value
  const ahead = sync.outlook.value
  const outlook = synced !== null && ahead?.colors === colors.items ? ahead.plan : null
  // Without a sync there are no copies to take the place of.
  const mayMove = synced !== null && state.at !== 'moving' && state.at !== 'applying'
  useEffect(() => void sync.settings.load(), [sync])
  const { isKnown, items, asOf } = colors
  const areNew = asOf === null
  useEffect(() => {
    if (isKnown) void sync.findLibrary(items, areNew)
  }, [sync, isKnown, items, areNew])
  useEffect(() => {
    if (isKnown && synced !== null) void sync.lookAhead(items)
  }, [sync, isKnown, items, synced])
  const offline = state.at === 'failed' && isOffline(state.trouble) ? state.trouble : null
  useBackOnline(
    offline,
    useCallback(() => void sync.plan(), [sync]),
  )
  const reason = noStylesReason(editor)
  // What was synced before is still kept or deleted by a sync.
  const hasNothing = isKnown && items.length === 0 && synced === null && state.at === 'idle'

  /** The way around a plan that allows no further mode. */
  function separateCollections(): void {
    const options = sync.settings.options.value
    if (options !== null) sync.setOptions({ ...options, collection: 'own' })
    void sync.plan()
  }

  return (
    <div class="column">
      <div class="tab-body column" aria-busy={isLoading(colors) || undefined}>
        {state.at === 'failed' && (
          <div class="library-notice">
            {state.trouble.kind === 'mode-limit' ? (
              <Problem trouble={state.trouble}>
                <Button onClick={separateCollections}>Use separate collections</Button>
              </Problem>
            ) : (
              <Problem
                trouble={state.trouble}
                onRetry={state.trouble.kind === 'deleted' ? onDeleted : () => void sync.plan()}
              />
            )}
          </div>
        )}
        {state.at === 'done' && <SyncSummary summary={state.summary} onDismiss={sync.dismiss} />}
        {library !== null && (state.at === 'review' || mayMove) && (
          <div class="box sync-summary">
            <div>
              This file can use {countOf(library.has.size, 'color')} of <bdi>{library.name}</bdi>.
            </div>
            <Button onClick={() => void sync.useLibrary(false)}>Use library colors</Button>
          </div>
        )}
        {state.at === 'review' ? (
          <SyncReview review={state} sync={sync} />
        ) : state.at === 'moving' ? (
          <MovePreview moving={state} sync={sync} />
        ) : (
          <Colors
            {...props}
            synced={sync.settings.lastOptions}
            outlook={outlook}
            library={library}
            // One failure is told once, where it has its own retry.
            quiet={state.at === 'failed'}
          />
        )}
      </div>
      {hasNothing ? null : reason === null ? (
        <SyncFooter
          sync={sync}
          colors={colors.isKnown ? colors.items : null}
          ready={!isLoading(colors)}
        />
      ) : (
        <p class="colors-footer hint">{reason}</p>
      )}
    </div>
  )
}

interface ColorsProps extends Pick<ColorsScreenProps, 'colors' | 'query' | 'onRetry' | 'applier'> {
  readonly synced: ReadonlySignal<SyncOptions | null>
  readonly outlook: SyncPlan | null
  readonly library: FoundLibrary | null
  readonly quiet: boolean
}

function Colors(props: ColorsProps): VNode | null {
  const { colors, onRetry, quiet } = props
  const { items, skipped, isKnown, trouble } = colors
  if (isLoading(colors)) {
    return (
      <div class="library-notice">
        <Skeleton of="rows" count={8} />
      </div>
    )
  }
  if (!isKnown) {
    return quiet || trouble === null ? null : (
      <div class="library-notice">
        <Problem trouble={trouble} onRetry={onRetry} />
      </div>
    )
  }
  if (items.length === 0) {
    return (
      <Empty title="This brand kit has no colors">
        <p>Add colors to this brand kit in Cliquify, then refresh.</p>
        <Button onClick={onRetry}>Refresh</Button>
        <SkippedList skipped={skipped} noun="color" />
      </Empty>
    )
  }
  return <ColorList {...props} />
}

function isLoading({ isKnown, status }: ListState<BrandColor>): boolean {
  return !isKnown && status === 'loading'
}
