import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { inSight } from '../kit/in-sight.ts'
import { FindAll, type FindAllProps } from './find-all.tsx'

/** Ctrl+K or Cmd+K, anywhere in the library, opens a search over all of it. */
export function FindAnything(props: Omit<FindAllProps, 'onClose'>): VNode | null {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event
      if (key.toLowerCase() !== 'k' || !(ctrlKey || metaKey) || shiftKey || altKey) return
      // Settings may cover the library.
      if (inSight('[role=tablist]') === undefined) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return isOpen ? <FindAll {...props} onClose={() => setOpen(false)} /> : null
}
