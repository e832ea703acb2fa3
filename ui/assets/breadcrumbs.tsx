import type { VNode } from 'preact'
import type { Folder } from '../../shared/brand.ts'
import { intoView } from '../browse/find/into-view.ts'
import type { Folding } from '../browse/grid/asset-list.tsx'
import './breadcrumbs.css'

export interface BreadcrumbsProps {
  /** From the top down to where one is; empty at the top. */
  readonly path: readonly Folder[]
  /** Of the tree, which the top opens where one is there. */
  readonly folding: Folding
  /** Null is the top. */
  readonly onSelect: (id: string | null) => void
}

/** The way from the top to a folder, in a row that scrolls; each step leads there. */
export function Breadcrumbs({ path, folding, onSelect }: BreadcrumbsProps): VNode {
  const isTop = path.length === 0
  const steps = [{ id: null, name: 'All folders' }, ...path]
  return (
    <nav aria-label="Folder">
      <ol class="breadcrumbs">
        {steps.map(({ id, name }, index) => {
          const isHere = index === path.length
          return (
            <li key={id}>
              <button
                ref={isHere ? intoView : null}
                type="button"
                class="breadcrumb cut"
                dir="auto"
                title={name}
                aria-current={isHere ? 'location' : undefined}
                aria-expanded={isTop ? folding.isOpen : undefined}
                onClick={isTop ? folding.toggle : () => onSelect(id)}
              >
                {name}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
