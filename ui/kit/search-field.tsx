import type { Ref, TargetedKeyboardEvent, VNode } from 'preact'
import { IconButton } from './icon-button.tsx'
import { IconClose, IconSearch } from './icons.tsx'
import './search-field.css'

export interface SearchFieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  /** What is searched: "Search 24 logos". */
  readonly placeholder: string
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLInputElement>) => void
}

/** Named `Search` for people who cannot see it. */
export function SearchField({
  value,
  onInput,
  placeholder,
  inputRef,
  onKeyDown,
}: SearchFieldProps): VNode {
  return (
    <div class="search-field">
      <IconSearch />
      <input
        ref={inputRef ?? null}
        type="search"
        aria-label="Search"
        class="field"
        dir="auto"
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
        <IconButton label="Clear search" onClick={() => onInput('')}>
          <IconClose />
        </IconButton>
      )}
    </div>
  )
}
