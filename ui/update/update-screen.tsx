import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PlacedAsset } from '../../shared/protocol.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'
import { SkeletonRows } from '../kit/skeleton.tsx'
import { isCancelled } from '../kit/trouble.ts'
import { useLoad } from '../kit/use-load.ts'
import type { KitScreenProps } from '../screen.ts'
import { checkPlaced } from './check-placed.ts'
import { LeftAlone } from './left-alone.tsx'
import type { Outdated } from './outdated.ts'
import { whyNotPlaceable } from '../placement/placeable.ts'
import { contentTrouble } from '../placement/placement-trouble.ts'
import { updateLayers, type UpdateState } from './update-layers.ts'
import { UpdateRow } from './update-row.tsx'
import { checkSummary, layerCount, updateSummary } from './update-texts.ts'
import './update-screen.css'

export interface UpdateScreenProps extends KitScreenProps {
  /** Leaves for the library. */
  readonly onDone: () => void
}

/** Finds placed assets that have a newer version in Cliquify, and brings them up to date. */
export function UpdateScreen({
  client,
  plugin,
  kit,
  announce,
  onConnectAgain,
  onOpenSettings,
  onDone,
}: UpdateScreenProps): VNode {
  const { state: check, retry } = useLoad(
    (signal) => checkPlaced(client, plugin, kit, signal),
    [client, plugin, kit],
  )
  const [states, setStates] = useState<ReadonlyMap<string, UpdateState>>(new Map())
  const [updatingAll, setUpdatingAll] = useState(false)
  const leavingRef = useRef(new AbortController())
  useEffect(() => {
    const controller = new AbortController()
    leavingRef.current = controller
    return () => controller.abort()
  }, [])

  const found = check.status === 'ready' ? check.value : null
  useEffect(() => {
    if (found !== null) announce(checkSummary(found))
  }, [found, announce])

  async function update(outdated: Outdated): Promise<UpdateState | null> {
    const set = (state: UpdateState): UpdateState => {
      setStates((before) => new Map(before).set(outdated.key, state))
      return state
    }
    set({ status: 'updating' })
    try {
      const todo = { ...outdated, layers: layersLeft(outdated, states.get(outdated.key)) }
      const result = await updateLayers(client, plugin, todo, leavingRef.current.signal)
      return set({ status: 'done', result })
    } catch (error) {
      if (isCancelled(error)) return null
      const layers = outdated.layers.length
      return set({
        status: 'failed',
        trouble: contentTrouble(error),
        layers,
      })
    }
  }

  async function updateOne(outdated: Outdated): Promise<void> {
    const state = await update(outdated)
    if (state !== null) announce(updateSummary([state]))
  }

  async function updateAll(all: readonly Outdated[]): Promise<void> {
    setUpdatingAll(true)
    const ended: UpdateState[] = []
    for (const outdated of all) {
      const state = await update(outdated)
      if (state === null) return
      ended.push(state)
    }
    setUpdatingAll(false)
    announce(updateSummary(ended))
  }

  function body(): VNode {
    if (check.status === 'loading') {
      return (
        <>
          <p class="hint">Comparing placed assets with Cliquify…</p>
          <SkeletonRows count={4} />
        </>
      )
    }
    if (check.status === 'failed') {
      return (
        <Problem
          trouble={check.trouble}
          onRetry={retry}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
      )
    }
    const { outdated, current, gone, unknown } = check.value
    if (outdated.length + current.length + gone.length + unknown.length === 0) {
      return (
        <Empty title="Nothing here came from Cliquify">
          Place a logo or an asset from the library first. With layers selected, only those are
          looked at.
        </Empty>
      )
    }
    return (
      <>
        {outdated.length === 0 && current.length > 0 && (
          <Empty title="Everything is up to date">
            {`${layerCount(current.length)} checked. Run this again when something has changed in Cliquify.`}
          </Empty>
        )}
        {outdated.length > 0 && (
          <>
            <p>{checkSummary(check.value)}</p>
            <ul class="update-list" aria-label="Newer versions">
              {outdated.map((each) => (
                <UpdateRow
                  key={each.key}
                  outdated={each}
                  state={states.get(each.key)}
                  onUpdate={() => void updateOne(each)}
                />
              ))}
            </ul>
            {current.length > 0 && (
              <p class="hint">{layerCount(current.length)} already up to date.</p>
            )}
          </>
        )}
        <LeftAlone layers={gone} why="no longer in Cliquify, left as they are" />
        <LeftAlone layers={unknown} why="not offered by this account, left as they are" />
      </>
    )
  }

  const open = found?.outdated.filter((each) => isOpen(each, states.get(each.key))) ?? []
  return (
    <section class="update-screen" aria-labelledby="update-title">
      <div class="update-body">
        <h2 id="update-title">Update placed assets</h2>
        {body()}
      </div>
      <div class="update-actions">
        {(open.length > 0 || updatingAll) && (
          <Button variant="primary" busy={updatingAll} onClick={() => void updateAll(open)}>
            Update all
          </Button>
        )}
        <Button onClick={onDone}>{open.length > 0 || updatingAll ? 'Not now' : 'Done'}</Button>
      </div>
    </section>
  )
}

/** Whether there is still something to do, and something that can be done. */
function isOpen({ asset }: Outdated, state: UpdateState | undefined): boolean {
  if (whyNotPlaceable(asset) !== null) return false
  if (state === undefined || state.status === 'failed') return true
  return state.status === 'done' && state.result.failed.length > 0
}

/** After an update in part, only the layers that failed are tried again. */
function layersLeft(outdated: Outdated, state: UpdateState | undefined): readonly PlacedAsset[] {
  return state?.status === 'done' ? state.result.failed.map(({ layer }) => layer) : outdated.layers
}
