import type { Listeners } from './events.ts'
import type { HostEvent, Suggestion } from './host-api.ts'
import type { Members } from './members.ts'
import { copyPlain } from './plain-data.ts'
import { expectKeys, expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

type Callback = (event: unknown) => unknown

/** `figma.parameters`: what is typed into the quick-actions bar, told as `input`. */
export function parameterMembers(inputs: Listeners): Members<ParametersAPI, void> {
  const check = (type: unknown, callback: unknown): [string, Callback] => {
    if (type !== 'input') throw new Refusal(`"${String(type)}" is not an event`)
    expectType(callback, 'callback', 'function')
    return ['input', callback as Callback]
  }
  return {
    on: (_self, type: unknown, callback: unknown) => inputs.add(...check(type, callback), false),
    once: (_self, type: unknown, callback: unknown) => inputs.add(...check(type, callback), true),
    off: (_self, type: unknown, callback: unknown) => inputs.remove(...check(type, callback)),
  }
}

/** The `input` event that is answered. */
export interface Asked {
  /** Whether nothing was typed since: what comes later is not shown. */
  isLatest(): boolean
  onAnswer(isError: boolean): void
}

/** What one `input` event is answered with; see SuggestionResults in plugin-api.d.ts. */
export function suggestionResults(session: Session, key: string, asked: Asked): SuggestionResults {
  const answer = (operation: string, make: () => HostEvent): void =>
    session.enter(operation, () => {
      const event = make()
      if (!asked.isLatest()) return
      asked.onAnswer(event.type === 'suggestions-error')
      session.emit(event)
    })
  const text = (message: unknown): string => expectType(message, 'message', 'string')
  return Object.freeze({
    setSuggestions(suggestions: unknown) {
      answer('setSuggestions', () => {
        if (!Array.isArray(suggestions)) {
          throw new Refusal('Expected "suggestions" to have type array')
        }
        return { type: 'suggestions', key, suggestions: suggestions.map(toSuggestion) }
      })
    },
    setLoadingMessage(message: unknown) {
      answer('setLoadingMessage', () => ({
        type: 'suggestions-loading',
        key,
        message: text(message),
      }))
    },
    setError(message: unknown) {
      answer('setError', () => ({ type: 'suggestions-error', key, message: text(message) }))
    },
  })
}

function toSuggestion(given: unknown): Suggestion {
  if (typeof given === 'string') return { name: given, data: given, icon: null, iconUrl: null }
  if (typeof given !== 'object' || given === null || !('name' in given)) {
    throw new Refusal('Expected each of "suggestions" to be a string or to have a name')
  }
  expectKeys(given, 'suggestions', ['name', 'data', 'icon', 'iconUrl'])
  const name = expectType(given.name, 'name', 'string')
  const icon = 'icon' in given ? given.icon : null
  if (icon !== null && typeof icon !== 'string' && !(icon instanceof Uint8Array)) {
    throw new Refusal('Expected "icon" to be an SVG text or PNG or JPEG bytes')
  }
  const iconUrl = 'iconUrl' in given ? expectType(given.iconUrl, 'iconUrl', 'string') : null
  return { name, data: 'data' in given ? copyPlain(given.data) : name, icon, iconUrl }
}
