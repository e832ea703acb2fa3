import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Folder } from '../../shared/brand.ts'
import './breadcrumbs.css'

export interface BreadcrumbsProps {
  /** From the top down to where one is; empty at the top. */
  readonly path: readonly Folder[]
  /** Null is the top. */
  readonly onSelect: (id: string | null) => void
}

/** Beyond these, what lies between is folded. */
const MOST_SHOWN = 3

/** The way from the top to a folder; each step leads there. */
export function Breadcrumbs({ path, onSelect }: BreadcrumbsProps): VNode {
  const [isWhole, setWhole] = useState(false)
  const isFolded = path.length > MOST_SHOWN && !isWhole
  const shown = isFolded ? path.slice(1 - MOST_SHOWN) : path
  return (
    <nav aria-label="Folder" class="breadcrumbs-nav">
      <ol class={isWhole ? 'breadcrumbs breadcrumbs-all' : 'breadcrumbs'}>
        <Crumb name="All folders" isCurrent={path.length === 0} onSelect={() => onSelect(null)} />
        {isFolded && (
          <li class="breadcrumbs-between">
            <button
              type="button"
              class="breadcrumb"
              title="Show the folders between"
              onClick={() => setWhole(true)}
            >
              <span aria-hidden="true">…</span>
              <span class="hidden-text">Show the folders between</span>
            </button>
          </li>
        )}
        {shown.map(({ id, name }) => (
          <Crumb
            key={id}
            name={name}
            isCurrent={id === path.at(-1)?.id}
            onSelect={() => onSelect(id)}
          />
        ))}
      </ol>
    </nav>
  )
}

interface CrumbProps {
  readonly name: string
  readonly isCurrent: boolean
  readonly onSelect: () => void
}

function Crumb({ name, isCurrent, onSelect }: CrumbProps): VNode {
  return (
    <li>
      <button
        type="button"
        class="breadcrumb cut"
        dir="auto"
        title={name}
        aria-current={isCurrent ? 'location' : undefined}
        onClick={onSelect}
      >
        {name}
      </button>
    </li>
  )
}
