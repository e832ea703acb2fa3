import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { BrandKit } from '../shared/brand.ts'
import type { Preferences } from '../shared/protocol.ts'
import { useResource } from './brand/use-resource.ts'
import { Button } from './kit/button.tsx'
import { Empty } from './kit/empty.tsx'
import { IconButton } from './kit/icon-button.tsx'
import { IconSearch, IconSend, IconSettings } from './kit/icons.tsx'
import { Problem } from './kit/problem.tsx'
import { Skeleton } from './kit/skeleton.tsx'
import { SkippedList } from './kit/skipped.tsx'
import { KitLibrary } from './kit-library.tsx'
import { KitSelect } from './kit-select.tsx'
import { LibraryTabs } from './library-tabs.tsx'
import type { LibraryProps } from './screen.ts'
import { UpdateScreen } from './update/update-screen.tsx'

export interface LibraryScreenProps extends LibraryProps {
  /** Called when what the command asked for is over. */
  readonly onIntentDone: () => void
  readonly onOpenSettings: () => void
  readonly onOpenReview: () => void
}

/** The kit that is chosen; one that vanished gives way to the first one. Null where there is none. */
export function kitOf(kits: readonly BrandKit[], { kitId }: Preferences): BrandKit | null {
  return kits.find(({ id }) => id === kitId) ?? kits[0] ?? null
}

export function Library(props: LibraryScreenProps): VNode {
  const { brand, preferences, onPreferences, announce } = props
  const { intent, onIntentDone, quiet } = props
  const { kits: list } = brand
  const { items: kits, skipped, isKnown, status, trouble } = useResource(list)
  const [locked, setLocked] = useState(false)
  const [isFinding, setFinding] = useState(false)
  const isFailed = !isKnown && status === 'failed'
  const nothingToSync = isFailed || (isKnown && kits.length === 0)
  useEffect(() => {
    if (nothingToSync) quiet.show()
  }, [nothingToSync, quiet])

  if (!isKnown && !isFailed) {
    return (
      <Frame select={null} {...props}>
        <div class="library-notice" aria-busy>
          <Skeleton of="rows" count={8} />
        </div>
      </Frame>
    )
  }

  const kit = kitOf(kits, preferences)
  const select =
    kit === null ? null : (
      <KitSelect
        kits={kits}
        selected={kit.id}
        disabled={locked}
        onSelect={(kitId) => {
          announce('')
          onPreferences({ ...preferences, kitId })
        }}
      />
    )

  const isNoted = intent === 'update-page'
  if (isNoted || intent === 'update-assets') {
    return (
      <Frame select={select} {...props}>
        <UpdateScreen
          {...props}
          kit={kit}
          scope={isNoted ? 'page' : null}
          onBusy={setLocked}
          onDone={onIntentDone}
        />
      </Frame>
    )
  }

  /** Without a kit, what belongs to the company is there all the same. */
  const withoutKit = (why: VNode): VNode => (
    <Frame select={null} {...props}>
      <LibraryTabs {...props}>
        {(preferences.tab === 'colors' || preferences.tab === 'logos') && why}
      </LibraryTabs>
    </Frame>
  )

  if (isFailed && trouble !== null) {
    return withoutKit(
      <div class="library-notice">
        <Problem trouble={trouble} onRetry={list.retry} />
      </div>,
    )
  }
  if (kit === null) {
    return withoutKit(
      <Empty title="No brand kits yet">
        <p>Add a brand kit in Cliquify, or ask your Cliquify administrator, then refresh.</p>
        <Button onClick={list.retry}>Refresh</Button>
        <SkippedList skipped={skipped} noun="brand kit" />
      </Empty>,
    )
  }

  return (
    <Frame select={select} onFind={() => setFinding(true)} {...props}>
      {skipped.length > 0 && (
        <div class="library-notice">
          <SkippedList skipped={skipped} noun="brand kit" />
        </div>
      )}
      <KitLibrary
        key={kit.id}
        {...props}
        kit={kit}
        onApplying={setLocked}
        isFinding={isFinding}
        onFinding={setFinding}
      />
    </Frame>
  )
}

interface FrameProps extends Pick<LibraryScreenProps, 'onOpenSettings' | 'onOpenReview'> {
  readonly select: ComponentChildren
  /** Left out where there is nothing to find. */
  readonly onFind?: () => void
  readonly children: ComponentChildren
}

/** What surrounds the library whatever its state. */
function Frame({ select, onFind, onOpenSettings, onOpenReview, children }: FrameProps): VNode {
  return (
    <main class="column">
      <header class="bar">
        <h1 class={select === null ? undefined : 'hidden-text'}>Cliquify</h1>
        {select}
        {onFind && (
          <IconButton label="Find anything" onClick={onFind}>
            <IconSearch />
          </IconButton>
        )}
        <IconButton label="Send for review" onClick={onOpenReview}>
          <IconSend />
        </IconButton>
        <IconButton label="Settings" onClick={onOpenSettings}>
          <IconSettings />
        </IconButton>
      </header>
      {children}
    </main>
  )
}
