import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BrandKit } from '../../shared/brand.ts'
import type { PlacedAsset, UpdateScope } from '../../shared/update.ts'
import { troubleOf } from '../../shared/trouble.ts'
import { Button } from '../kit/button.tsx'
import { Checkbox } from '../kit/checkbox.tsx'
import { countOf } from '../kit/count-of.ts'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { Select } from '../kit/select.tsx'
import { Skeleton } from '../kit/skeleton.tsx'
import { useKeptFocus } from '../kit/keep-focus.ts'
import { takeFocus } from '../kit/take-focus.ts'
import type { ScreenProps } from '../screen.ts'
import type { Check } from './check-placed.ts'
import { choiceOf, type Choice, type Ticks } from './choice.ts'
import { UpdateList, useLayerPreviews } from './update-list.tsx'
import { checkingText, checkSummary, layerNames, outdatedText, SCOPES } from './update-texts.ts'
import type { LayerState } from './update-layers.ts'
import { createUpdates } from './updates.ts'
import { useCheck } from './use-check.ts'
import '../kit/skipped.css'
import './update-screen.css'

export interface UpdateScreenProps extends Pick<ScreenProps, 'brand' | 'plugin' | 'announce'> {
  /** Where it looks first; null: at the selection where all of it was placed, else on the page. */
  readonly scope: UpdateScope | null
  /** The kit that is chosen, or null where there is none. */
  readonly kit: BrandKit | null
  /** Told when layers begin to be updated, and when that ends. */
  readonly onBusy: (busy: boolean) => void
  /** Leaves for the library. */
  readonly onDone: () => void
}

/** Finds placed assets that have a newer version in Cliquify, and brings them up to date. */
export function UpdateScreen(props: UpdateScreenProps): VNode {
  const { brand, plugin, kit, announce, onBusy, onDone } = props
  const checking = useCheck(brand.client, plugin, kit, props.scope)
  const { state, lookAgain } = checking
  const check = state.status === 'ready' ? state.value : null
  const isLoading = state.status === 'loading'
  const previews = useLayerPreviews(plugin, check)
  const updates = useMemo(
    () => createUpdates(brand, plugin, announce, lookAgain),
    // Each check begins anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [brand, plugin, announce, lookAgain, check],
  )
  useEffect(() => updates.cancel, [updates])
  const [ticks, setTicks] = useState<Ticks>(new Map())
  useEffect(() => {
    setTicks(new Map())
    if (check !== null) announce(checkSummary(check))
  }, [check, announce])
  const progress = updates.progress.value
  const busy = progress !== null
  useEffect(() => onBusy(busy), [busy, onBusy])
  useKeptFocus(state.status, busy)
  const bodyRef = useRef<HTMLDivElement>(null)

  const cancel = busy ? updates.cancel : isLoading ? checking.cancel : null

  const outdated = check?.outdated ?? []
  const choice = choiceOf(outdated, ticks, updates.states.value, previews.known.value)

  function show(nodeId: string): void {
    plugin.request('placement:show', nodeId).catch((error: unknown) => {
      announce(troubleOf(error).message)
    })
  }

  function tickAll(chosen: boolean): void {
    setTicks(new Map(chosen ? [] : choice.open.map(({ layer }) => [layer.nodeId, false])))
  }

  return (
    <section class="column" aria-labelledby="update-title">
      <header class="bar update-head">
        <h2 id="update-title" ref={takeFocus} tabIndex={-1}>
          Update placed assets
        </h2>
        <Select
          label="Look in"
          value={checking.scope ?? 'page'}
          options={SCOPES.map((scope) => ({
            ...scope,
            disabled: scope.value === 'selection' && check?.hasSelection === false,
          }))}
          disabled={busy}
          onChoose={checking.lookIn}
        />
        <Button disabled={busy || isLoading} onClick={lookAgain}>
          Look again
        </Button>
      </header>
      <div class="scrolled column" ref={bodyRef}>
        {isLoading && (
          <>
            <p class="hint">{checkingText(checking.progress)}</p>
            <Skeleton of="rows" count={4} />
          </>
        )}
        {state.status === 'stopped' && (
          <Empty title="Stopped">Look again to compare placed assets with Cliquify.</Empty>
        )}
        {state.status === 'failed' && <Problem trouble={state.trouble} onRetry={lookAgain} />}
        {check !== null && outdated.length === 0 && (
          <NothingToDo check={check} onPage={() => checking.lookIn('page')} />
        )}
        {check !== null && outdated.length > 0 && (
          <>
            <Checkbox
              checked={choice.all === 'every'}
              indeterminate={choice.all === 'some'}
              disabled={busy || choice.all === null || choice.open.length === 0}
              onChange={tickAll}
            >
              {outdatedText(choice.open.length)}
            </Checkbox>
            <Failures states={updates.states.value} />
            <UpdateList
              outdated={outdated}
              previews={previews}
              updates={updates}
              choice={choice}
              scroller={bodyRef}
              onChoose={(nodeId, chosen) => setTicks(new Map(ticks).set(nodeId, chosen))}
              onShow={show}
            />
            {check.current.length > 0 && (
              <p class="hint">{countOf(check.current.length, 'layer')} already up to date.</p>
            )}
          </>
        )}
        {check !== null && <Rest check={check} />}
      </div>
      <footer class="foot">
        {progress !== null && <ProgressBar label="Updating layers" progress={progress} />}
        <div class="foot-actions">
          {cancel !== null && <Button onClick={cancel}>Cancel</Button>}
          {progress !== null && (
            <span class="hint foot-count">
              {progress.done} of {progress.total}
            </span>
          )}
          {cancel === null && (
            <>
              {choice.open.length > 0 && (
                <Button
                  variant="primary"
                  disabled={choice.layers.length === 0}
                  onClick={() => void updates.run(choice.layers, choice.overwrite)}
                >
                  {updateLabel(choice)}
                </Button>
              )}
              <Button leaves onClick={onDone}>
                {choice.open.length > 0 ? 'Not now' : 'Done'}
              </Button>
            </>
          )}
        </div>
      </footer>
    </section>
  )
}

/** How many layers could not be updated, and why the first could not; the others tell it in their rows. */
function Failures({ states }: { readonly states: ReadonlyMap<string, LayerState> }): VNode | null {
  const troubles = [...states.values()].flatMap((state) =>
    state.status === 'failed' ? [state.trouble] : [],
  )
  const [first] = troubles
  if (first === undefined) return null
  const what = `${countOf(troubles.length, 'layer')} could not be updated. `
  return <Problem trouble={first} what={what} />
}

function updateLabel({ layers, open }: Choice): string {
  return layers.length === open.length ? 'Update all' : `Update ${countOf(layers.length, 'layer')}`
}

interface NothingToDoProps {
  readonly check: Check
  readonly onPage: () => void
}

function NothingToDo({ check, onPage }: NothingToDoProps): VNode {
  const count = check.current.length
  if (count > 0) {
    return (
      <Empty title="Everything is up to date">
        <p>{countOf(count, 'layer')} checked.</p>
        {check.scope === 'selection' && <Button onClick={onPage}>Check this page</Button>}
      </Empty>
    )
  }
  const isLeft = check.inInstances > 0 || LEFT.some(([which]) => check[which].length > 0)
  return (
    <Empty title="Nothing to update">
      {!isLeft && 'Nothing here was placed from Cliquify. Place an asset from the library first.'}
    </Empty>
  )
}

/** What an update does not touch, and what sets it apart. */
const LEFT = [
  ['locked', 'locked: unlock to update'],
  ['unplaceable', 'now in a format that Figma cannot place'],
  ['gone', 'no longer in Cliquify, left alone'],
  ['unknown', 'cannot be read with this connection, left alone'],
] as const

function Rest({ check }: { readonly check: Check }): VNode {
  const { inInstances } = check
  return (
    <>
      {LEFT.map(([which, why]) => (
        <LeftAlone key={which} layers={check[which]} why={why} />
      ))}
      {inInstances > 0 && (
        <p class="hint">{countOf(inInstances, 'layer')} in instances: update the main component.</p>
      )}
    </>
  )
}

interface LeftAloneProps {
  readonly layers: readonly PlacedAsset[]
  /** What sets them apart: "no longer in Cliquify". */
  readonly why: string
}

/** More names than this say no more. */
const MOST_NAMES = 50

/** Layers that an update does not touch; nothing where there are none. */
function LeftAlone({ layers, why }: LeftAloneProps): VNode | null {
  if (layers.length === 0) return null
  const names = layerNames(layers)
  const more = names.length - MOST_NAMES
  return (
    <details class="skipped">
      <summary>
        {countOf(layers.length, 'layer')} {why}
      </summary>
      <ul>
        {names.slice(0, MOST_NAMES).map((name) => (
          <li key={name} class="cut" title={name} dir="auto">
            {name}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </details>
  )
}
