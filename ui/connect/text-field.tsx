import type { ComponentChildren, TargetedEvent, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { IconButton } from '../kit/icon-button.tsx'
import { IconHidden, IconShown } from '../kit/icons.tsx'

export interface TextFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  /** What is wrong with it; null where nothing is. */
  readonly problem: string | null
  readonly type: 'text' | 'password'
  /** A button beside the field. */
  readonly children?: ComponentChildren
}

export function TextField(props: TextFieldProps): VNode {
  const { id, label, value, onInput, problem, type, children } = props
  const problemId = `${id}-problem`
  const attributes = {
    id,
    class: 'field',
    value,
    dir: 'auto',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    'aria-required': true,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : problemId,
    onInput: (event: TargetedEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  } as const
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      <div class="field-row">
        {type === 'password' ? (
          <input {...attributes} type="password" />
        ) : (
          <input {...attributes} type="text" />
        )}
        {children}
      </div>
      {problem !== null && (
        <p id={problemId} class="wrong">
          {problem}
        </p>
      )}
    </div>
  )
}

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
