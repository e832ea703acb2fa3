import type { VNode } from 'preact'
import type { BrandKit } from '../shared/brand.ts'

export interface KitSelectProps {
  readonly kits: readonly BrandKit[]
  readonly selected: string
  readonly disabled: boolean
  readonly onSelect: (kitId: string) => void
}

/** Chooses the brand kit; there even for one kit, so that its name is always in sight. */
export function KitSelect({ kits, selected, disabled, onSelect }: KitSelectProps): VNode {
  return (
    <select
      class="select"
      aria-label="Brand kit"
      dir="auto"
      value={selected}
      disabled={disabled}
      title={kits.find(({ id }) => id === selected)?.name}
      onChange={(event) => onSelect(event.currentTarget.value)}
    >
      {kits.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
