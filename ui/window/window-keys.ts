import { useEffect } from 'preact/hooks'
import { commandKey } from '../kit/command-key.ts'
import { hasModifier } from '../kit/has-modifier.ts'
import { inSight } from '../kit/in-sight.ts'
import { typedInto } from '../kit/typed-into.ts'

/**
 * The keys that hold everywhere in the window, where nothing nearer has taken them: Ctrl+Z or Cmd+Z
 * undoes, and Escape presses the button that says so with `aria-keyshortcuts`.
 */
export function useWindowKeys(undo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      // There it takes back what was typed, and what was typed is not left behind.
      const field = typedInto(event.target)
      if (commandKey(event) === 'z' && field === null) undo()
      else if (event.key === 'Escape' && !hasModifier(event) && !field?.value) {
        const way = inSight('[aria-keyshortcuts=Escape]')
        // It takes the focus from what may go.
        way?.focus()
        way?.click()
      } else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [undo])
}
