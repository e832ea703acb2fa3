import type { VNode } from 'preact'
import type { Decoded, Folder } from '../../shared/brand.ts'
import { ApiError } from '../cliquify/errors.ts'
import { Button } from '../kit/button.tsx'
import type { Load } from '../kit/use-load.ts'
import { folderOptions } from './folder-tree.ts'
import './filters.css'

export interface FolderSelectProps {
  readonly folders: Load<Decoded<Folder>>
  /** A folder's id, or null for all. */
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
}

/** Chooses a folder; nothing where the account has none. */
export function FolderSelect({ folders, selected, onSelect }: FolderSelectProps): VNode | null {
  const { state, retry } = folders
  if (state.status === 'failed') {
    if (state.trouble instanceof ApiError && state.trouble.kind === 'not-offered') return null
    return (
      <span class="filter-failed" role="alert">
        Folders could not be loaded. <Button onClick={retry}>Retry</Button>
      </span>
    )
  }
  const options = state.status === 'ready' ? folderOptions(state.value.items) : []
  if (state.status === 'ready' && options.length === 0) return null
  return (
    <select
      class="select filter"
      aria-label="Folder"
      disabled={state.status === 'loading'}
      value={selected ?? ''}
      onChange={({ currentTarget }) => onSelect(currentTarget.value || null)}
    >
      <option value="">All folders</option>
      {options.map(({ id, name, depth }) => (
        <option key={id} value={id}>
          {'\u2003'.repeat(depth)}
          {name}
        </option>
      ))}
    </select>
  )
}
