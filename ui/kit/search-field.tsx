import type { VNode } from 'preact'
import { IconSearch } from './icons.tsx'
import './search-field.css'

export interface SearchFieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  /** What is searched: "Search 24 logos". */
  readonly placeholder: string
}

/** Named `Search` for people who cannot see it. */
export function SearchField({ value, onInput, placeholder }: SearchFieldProps): VNode {
  return (
    <div class="search-field">
      <IconSearch />
      <input
        type="search"
        aria-label="Search"
        class="field"
        dir="auto"
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  )
}
