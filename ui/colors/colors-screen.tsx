import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { BrandColor, Decoded } from '../../shared/brand.ts'
import type { Editor } from '../../shared/protocol.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { SkeletonRows } from '../kit/skeleton.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import type { Load } from '../kit/use-load.ts'
import { ColorList } from './color-list.tsx'
import type { ColorSync } from './color-sync.ts'
import type { ColorUser } from './color-use.ts'
import { noStylesReason } from './editors.ts'
import { canApply } from './review-groups.ts'
import { SyncReview } from './sync-review.tsx'
import { SyncSummary } from './sync-summary.tsx'
import './colors-screen.css'

export interface ColorsScreenProps {
  readonly editor: Editor
  readonly load: Load<Decoded<BrandColor>>
  readonly sync: ColorSync
  readonly user: ColorUser
  readonly onConnectAgain: () => void
  readonly onOpenSettings: () => void
}

export function ColorsScreen(props: ColorsScreenProps): VNode {
  const { editor, load, sync, user, onConnectAgain, onOpenSettings } = props
  const state = sync.state.value
  const reason = noStylesReason(editor)
  return (
    <div class="colors">
      <div class="colors-body" aria-busy={load.state.status === 'loading' || undefined}>
        {state.at === 'failed' && (
          <div class="colors-problem">
            <Problem
              trouble={state.trouble}
              onRetry={() => void sync.plan()}
              onConnectAgain={onConnectAgain}
              onOpenSettings={onOpenSettings}
            />
          </div>
        )}
        {state.at === 'done' && <SyncSummary report={state.report} onDismiss={sync.dismiss} />}
        {state.at === 'review' ? (
          <SyncReview
            plan={state.plan}
            decisions={state.decisions}
            onTake={sync.take}
            onRemove={sync.remove}
          />
        ) : (
          <Colors
            load={load}
            user={user}
            // One failure is told once, where it has its own retry.
            quiet={state.at === 'failed'}
            onConnectAgain={onConnectAgain}
            onOpenSettings={onOpenSettings}
          />
        )}
      </div>
      {reason === null ? (
        <SyncFooter sync={sync} ready={load.state.status !== 'loading'} />
      ) : (
        <p class="colors-footer hint">{reason}</p>
      )}
    </div>
  )
}

interface ColorsProps extends Pick<
  ColorsScreenProps,
  'load' | 'user' | 'onConnectAgain' | 'onOpenSettings'
> {
  readonly quiet: boolean
}

function Colors({ load, user, quiet, onConnectAgain, onOpenSettings }: ColorsProps): VNode | null {
  const { state, retry } = load
  if (state.status === 'loading') {
    return (
      <div class="colors-loading">
        <SkeletonRows count={8} />
      </div>
    )
  }
  if (state.status === 'failed') {
    return quiet ? null : (
      <div class="colors-problem">
        <Problem
          trouble={state.trouble}
          onRetry={retry}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
      </div>
    )
  }
  if (state.value.items.length === 0) {
    return (
      <Empty title="This brand kit has no colors">
        <p>Add colors to the kit in Cliquify, then reload them here.</p>
        <Button onClick={retry}>Reload</Button>
        <SkippedList skipped={state.value.skipped} noun="color" />
      </Empty>
    )
  }
  return <ColorList colors={state.value} user={user} />
}

interface SyncFooterProps {
  readonly sync: ColorSync
  /** Whether there is anything to be seen yet. */
  readonly ready: boolean
}

function SyncFooter({ sync, ready }: SyncFooterProps): VNode {
  const state = sync.state.value
  const mainRef = useRef<HTMLButtonElement>(null)
  const lastRef = useRef(state.at)
  useEffect(() => {
    const from = lastRef.current
    lastRef.current = state.at
    // The button that was pressed is gone by now, and the focus with it.
    if (document.activeElement === document.body && from !== state.at) mainRef.current?.focus()
  }, [state.at])

  if (state.at === 'review' && !canApply(state.plan.rows)) {
    return (
      <div class="colors-footer">
        <div class="colors-actions">
          <Button key="main" buttonRef={mainRef} onClick={sync.dismiss}>
            Close
          </Button>
        </div>
      </div>
    )
  }
  const cancellable = state.at === 'planning' || state.at === 'review' || state.at === 'applying'
  const reviewing = state.at === 'review' || state.at === 'applying'
  return (
    <div class="colors-footer">
      {state.at === 'applying' && (
        <ProgressBar label="Applying changes" progress={state.progress} />
      )}
      <div class="colors-actions">
        {cancellable && (
          <Button
            key="cancel"
            onClick={sync.cancel}
            busy={state.at === 'applying' && state.cancelling}
          >
            Cancel
          </Button>
        )}
        <Button
          key="main"
          buttonRef={mainRef}
          variant="primary"
          busy={state.at === 'planning' || state.at === 'applying'}
          disabled={!ready}
          onClick={() => void (reviewing ? sync.apply() : sync.plan())}
        >
          {reviewing ? 'Apply changes' : 'Sync colors'}
        </Button>
      </div>
    </div>
  )
}
