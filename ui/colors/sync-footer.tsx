import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { BrandColor } from '../../shared/brand.ts'
import { Button } from '../kit/button.tsx'
import { countOf } from '../kit/count-of.ts'
import { ProgressBar } from '../kit/progress-bar.tsx'
import type { ColorSync } from './color-sync.ts'
import type { SyncState } from './sync-state.ts'
import { changeCount } from './decisions.ts'
import { canApply } from './review-groups.ts'
import { SyncOptionsPanel } from './sync-options.tsx'
import { syncedText } from './sync-texts.ts'

export interface SyncFooterProps {
  readonly sync: ColorSync
  /** The colors that are on screen; null while there is nothing to be seen. */
  readonly colors: readonly BrandColor[] | null
  /** Whether a sync can begin. */
  readonly ready: boolean
}

export function SyncFooter({ sync, colors, ready }: SyncFooterProps): VNode {
  const state = sync.state.value
  const mainRef = useRef<HTMLButtonElement>(null)
  const lastRef = useRef(state.at)
  useEffect(() => {
    const from = lastRef.current
    lastRef.current = state.at
    // The button that was pressed is gone by now, and the focus with it.
    if (document.activeElement === document.body && from !== state.at) mainRef.current?.focus()
  }, [state.at])

  const known = state.at === 'review' ? state.colors : state.at === 'moving' ? null : colors
  const working = state.at === 'planning' || state.at === 'applying'
  return (
    <div class="colors-footer">
      {state.at === 'applying' && <ProgressBar label={state.task} progress={sync.progress.value} />}
      {known !== null && !working && <SyncOptionsPanel sync={sync} colors={known} />}
      <div class="buttons colors-actions">
        <Actions sync={sync} state={state} ready={ready} mainRef={mainRef} />
      </div>
    </div>
  )
}

interface ActionsProps {
  readonly sync: ColorSync
  readonly state: SyncState
  readonly ready: boolean
  readonly mainRef: { current: HTMLButtonElement | null }
}

function Actions({ sync, state, ready, mainRef }: ActionsProps): VNode {
  if (state.at === 'review' && !state.comparing && !canApply(state.plan.rows)) {
    return (
      <Button key="main" leaves buttonRef={mainRef} onClick={sync.dismiss}>
        Close
      </Button>
    )
  }
  const working = state.at === 'planning' || state.at === 'applying'
  const reviewing = state.at === 'review' || state.at === 'applying' || state.at === 'moving'
  const changes = state.at === 'review' ? changeCount(state.plan.rows, state.decisions) : null
  return (
    <>
      {state.at === 'review' && !state.comparing && changes !== null && (
        <span class="hint colors-count">{countOf(changes, 'change')}</span>
      )}
      {!working && !reviewing && (
        <span class="hint colors-count cut">
          {isUnsynced(sync)
            ? 'Not in this file yet.'
            : syncedText(sync.outlook.value?.plan ?? null, Date.now())}
        </span>
      )}
      {state.at === 'applying' && (
        <span class="hint colors-count">
          {sync.progress.value.done} of {sync.progress.value.total}
        </span>
      )}
      {(working || reviewing) && (
        <Button
          key="cancel"
          leaves={state.at !== 'applying'}
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
        busy={working || (state.at === 'review' && state.comparing)}
        disabled={
          !ready || changes === 0 || (state.at === 'moving' && state.report.moved.length === 0)
        }
        onClick={() =>
          void (state.at === 'moving' ? sync.move() : reviewing ? sync.apply() : sync.plan())
        }
      >
        {reviewing ? 'Apply changes' : 'Sync colors'}
      </Button>
    </>
  )
}

/** Whether the file has no color of the kit, of its own or from a library. */
function isUnsynced({ settings, library }: ColorSync): boolean {
  const { options, lastOptions } = settings
  return options.value !== null && lastOptions.value === null && library.value === null
}
