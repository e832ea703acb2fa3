import { Fragment, type VNode } from 'preact'
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
  const steps = [{ id: null, name: 'All folders' }, ...shown]
  return (
    <nav aria-label="Folder" class="breadcrumbs-nav">
      <ol class={isWhole ? 'breadcrumbs breadcrumbs-all' : 'breadcrumbs'}>
        {steps.map(({ id, name }, index) => (
          <Fragment key={id}>
            <li>
              <button
                type="button"
                class="breadcrumb cut"
                dir="auto"
                title={name}
                aria-current={index === steps.length - 1 ? 'location' : undefined}
                onClick={() => onSelect(id)}
              >
                {name}
              </button>
            </li>
            {isFolded && id === null && (
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
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
