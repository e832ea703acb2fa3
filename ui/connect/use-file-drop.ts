import type { TargetedDragEvent } from 'preact'
import { useState } from 'preact/hooks'
import { staysInside } from '../kit/stays-inside.ts'

/** What an element needs so that a file can be dropped on it. */
export interface FileDrop {
  /** A file is held over it. */
  readonly 'data-dropping': boolean | undefined
  onDragOver(event: TargetedDragEvent<HTMLElement>): void
  onDragLeave(event: TargetedDragEvent<HTMLElement>): void
  onDrop(event: TargetedDragEvent<HTMLElement>): void
}

/** Takes the first file that is dropped; a text that is dragged goes where it is dropped. */
export function useFileDrop(take: (file: File) => void): FileDrop {
  const [over, setOver] = useState(false)
  return {
    'data-dropping': over || undefined,
    onDragOver(event) {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    },
    onDragLeave(event) {
      if (!staysInside(event)) setOver(false)
    },
    onDrop(event) {
      setOver(false)
      const { files } = event.dataTransfer ?? {}
      const [file] = files ?? []
      if (file === undefined) return
      // The browser would open it in place of the window.
      event.preventDefault()
      take(file)
    },
  }
}
