import type { VNode } from 'preact'
import type { BrandKit } from '../shared/brand.ts'
import { Select } from './kit/select.tsx'

export interface KitSelectProps {
  readonly kits: readonly BrandKit[]
  readonly selected: string
  readonly disabled: boolean
  readonly onSelect: (kitId: string) => void
}

/** Chooses the brand kit; there even for one kit, so that its name is always in sight. */
export function KitSelect({ kits, selected, disabled, onSelect }: KitSelectProps): VNode {
  return (
    <Select
      label="Brand kit"
      title={kits.find(({ id }) => id === selected)?.name}
      disabled={disabled}
      value={selected}
      options={kits.map(({ id, name }, at) => {
        const before = kits.slice(0, at).filter((kit) => kit.name === name).length
        // Cliquify allows two of one name.
        return { value: id, label: before === 0 ? name : `${name} (${before + 1})` }
      })}
      onChoose={onSelect}
    />
  )
}
