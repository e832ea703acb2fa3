import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Suggestion } from '../../figma/host-api.ts'
import type { PreviewProps } from './preview.ts'
import { PluginIcon } from './icons.tsx'
import type { Asking, QuickActions as State } from './quick-actions-state.ts'

/** Figma's quick-actions bar, as far as a command of the plugin asks for parameters in it. */
export function QuickActions({ preview }: PreviewProps): JSX.Element | null {
  const { quickActions } = preview
  const asking = quickActions.asking.value
  if (asking === null) return null
  return <Bar key={asking.parameter.key} state={quickActions} asking={asking} />
}

interface BarProps {
  readonly state: State
  readonly asking: Asking
}

function Bar({ state, asking: { parameter, query, answer } }: BarProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const suggestions = answer.type === 'suggestions' ? answer.suggestions : []
  const [marked, setMarked] = useState(0)
  useEffect(() => setMarked(0), [answer])

  function onKey(event: KeyboardEvent): void {
    const chosen = suggestions[marked]
    if (event.key === 'Escape') state.cancel()
    else if (event.key === 'Enter' && chosen !== undefined) state.choose(chosen)
    else if (event.key === 'ArrowDown') setMarked(Math.min(marked + 1, suggestions.length - 1))
    else if (event.key === 'ArrowUp') setMarked(Math.max(marked - 1, 0))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div class="quick-actions" role="dialog" aria-label="Quick actions">
      <div class="quick-actions-field">
        <PluginIcon />
        <input
          ref={field}
          role="combobox"
          aria-label={parameter.name}
          aria-expanded={suggestions.length > 0}
          aria-controls="quick-actions-list"
          aria-activedescendant={
            suggestions.length > 0 ? `quick-actions-${String(marked)}` : undefined
          }
          placeholder={parameter.description ?? parameter.name}
          value={query}
          onInput={({ currentTarget }) => state.type(currentTarget.value)}
          onKeyDown={onKey}
        />
      </div>
      {answer.type !== 'suggestions' && (
        <p class={answer.type === 'error' ? 'quick-actions-error' : 'quiet'}>{answer.message}</p>
      )}
      <ul id="quick-actions-list" role="listbox" aria-label={parameter.name}>
        {suggestions.map((suggestion, index) => (
          <li
            key={`${String(index)} ${suggestion.name}`}
            id={`quick-actions-${String(index)}`}
            role="option"
            aria-selected={index === marked}
            onPointerEnter={() => setMarked(index)}
            onClick={() => state.choose(suggestion)}
          >
            <SuggestionIcon suggestion={suggestion} />
            {suggestion.name}
          </li>
        ))}
      </ul>
    </div>
  )
}

function SuggestionIcon({ suggestion }: { readonly suggestion: Suggestion }): JSX.Element {
  const { icon, iconUrl } = suggestion
  const blobUrl = useMemo(() => {
    if (icon === null) return null
    const svg = typeof icon === 'string'
    const part = svg ? icon : new Uint8Array(icon)
    return URL.createObjectURL(new Blob([part], svg ? { type: 'image/svg+xml' } : {}))
  }, [icon])
  useEffect(() => () => (blobUrl === null ? undefined : URL.revokeObjectURL(blobUrl)), [blobUrl])
  const source = blobUrl ?? iconUrl
  return (
    <span class="quick-actions-icon">
      {/* Anonymous, because Figma shows a picture from a URL only where its server allows CORS. */}
      {source !== null && (
        <img src={source} alt="" crossorigin="anonymous" referrerpolicy="no-referrer" />
      )}
    </span>
  )
}
