import type { TargetedKeyboardEvent, VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { IconButton } from './icon-button.tsx'
import { IconClose, IconSearch } from './icons.tsx'
import { useSearchKeys } from './use-search-keys.ts'
import './search-field.css'

export interface SearchFieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  /** What is searched: "Search 24 logos". */
  readonly placeholder: string
  /** Enter was pressed where there is something to look for. */
  readonly onEnter: (event: KeyboardEvent) => void
  /** Goes on to what was found; left out where what is around it does. */
  readonly onDown?: () => void
}

/** Named `Search` for people who cannot see it; Escape clears it, then leaves it. */
export function SearchField(props: SearchFieldProps): VNode {
  const { value, onInput, placeholder, onEnter, onDown } = props
  const field = useRef<HTMLInputElement>(null)
  useSearchKeys(field)

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    if (event.isComposing || !/^(?:Enter|ArrowDown|Escape)$/.test(event.key)) return
    event.preventDefault()
    if (event.key === 'ArrowDown') onDown?.()
    else if (event.key === 'Enter') {
      if (value.trim() !== '') onEnter(event)
    } else {
      event.stopPropagation()
      if (value === '') event.currentTarget.blur()
      else onInput('')
    }
  }

  return (
    <div class="search-field">
      <IconSearch />
      <input
        ref={field}
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
