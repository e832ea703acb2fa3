import type { Ref, VNode } from 'preact'
import { SecretField } from './secret-field.tsx'

export interface TokenFieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly problem: string | null
  readonly inputRef: Ref<HTMLInputElement>
}

/** The other way in: a token that an administrator issued. */
export function TokenField(props: TokenFieldProps): VNode {
  return (
    <>
      <p class="hint">
        Paste an access token that your Cliquify administrator gave you. It is checked with Cliquify
        first, then kept in Figma’s storage on this device. When it ends, you will be asked for
        another one.
      </p>
      <SecretField id="access-token" label="Access token" showLabel="Show token" {...props} />
    </>
  )
}
