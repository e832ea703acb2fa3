import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { IconButton } from '../kit/icon-button.tsx'
import { IconHidden, IconShown } from '../kit/icons.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

export interface SecretFieldProps extends Omit<TextFieldProps, 'type' | 'children'> {
  /** Names the button that makes the text readable. */
  readonly showLabel: string
}

/** A field whose text is hidden until it is asked for. */
export function SecretField({ showLabel, ...field }: SecretFieldProps): VNode {
  const [shown, setShown] = useState(false)
  return (
    <TextField {...field} type={shown ? 'text' : 'password'}>
      <IconButton label={showLabel} pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? <IconShown /> : <IconHidden />}
      </IconButton>
    </TextField>
  )
}
