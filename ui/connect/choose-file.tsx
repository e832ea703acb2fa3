import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { Button } from '../kit/button.tsx'

export interface ChooseFileProps {
  readonly disabled: boolean
  readonly onFile: (file: File) => void
}

/** Chooses the credentials file that was downloaded; it is let go of once it was handed on. */
export function ChooseFile({ disabled, onFile }: ChooseFileProps): VNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant="plain" disabled={disabled} onClick={() => input.current?.click()}>
        Choose or drop a credentials file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file !== undefined) onFile(file)
          currentTarget.value = ''
        }}
      />
    </>
  )
}
