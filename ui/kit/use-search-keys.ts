import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { commandKey } from './command-key.ts'
import { typedInto } from './typed-into.ts'

/** Named keys have longer names; a space presses or scrolls. */
const ONE_LETTER = /^[^ ]$/u

/**
 * While the field is on screen: a letter typed anywhere but in a field starts a search with it, and
 * `/`, Ctrl+F and Cmd+F go to the field.
 */
export function useSearchKeys(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const input = field.current
      if (input === null || event.defaultPrevented || event.isComposing) return
      // Settings may cover the library, and a dialog keeps its keys to itself.
      if (input.offsetParent === null || isInDialog(event.target)) return
      if (commandKey(event) === 'f') {
        event.preventDefault()
        input.focus()
        input.select()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return
      if (event.key === '/') {
        event.preventDefault()
        input.focus()
      } else if (ONE_LETTER.test(event.key)) {
        // The browser writes the letter itself, into what has the focus by then.
        input.focus()
        input.setSelectionRange(input.value.length, input.value.length)
      }
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [field])
}

/** A select moves to what is typed, as a field takes it. */
function takesText(target: EventTarget | null): boolean {
  return typedInto(target) !== null || target instanceof HTMLSelectElement
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null
}
