import { useEffect } from 'preact/hooks'
import { inSight } from '../kit/in-sight.ts'
import { typedInto } from '../kit/typed-into.ts'

/**
 * The keys that hold everywhere in the window, where nothing nearer has taken them: Ctrl+Z or Cmd+Z
 * undoes, and Escape presses the button that says so with `aria-keyshortcuts`.
 */
export function useWindowKeys(undo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { ctrlKey, metaKey, shiftKey, altKey, target } = event
      if (event.defaultPrevented || shiftKey || altKey) return
      const key = event.key.toLowerCase()
      // There it takes back what was typed, and what was typed is not left behind.
      const field = typedInto(target)
      if ((ctrlKey || metaKey) && key === 'z' && field === null) undo()
      else if (key === 'escape' && !field?.value) inSight('[aria-keyshortcuts=Escape]')?.click()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [undo])
}
