import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { commandKey } from '../kit/command-key.ts'
import { inSight } from '../kit/in-sight.ts'
import { FindAll, type FindAllProps } from './find-all.tsx'

export interface FindAnythingProps extends Omit<FindAllProps, 'onClose'> {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/** A search over all of the library, which Ctrl+K or Cmd+K opens from anywhere in it. */
export function FindAnything({ isOpen, onOpen, ...props }: FindAnythingProps): VNode | null {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // Settings may cover the library.
      if (commandKey(event) !== 'k' || inSight('[role=tablist]') === undefined) return
      event.preventDefault()
      onOpen(true)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [onOpen])
  return isOpen ? <FindAll {...props} onClose={() => onOpen(false)} /> : null
}
