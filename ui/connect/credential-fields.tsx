import type { VNode } from 'preact'
import { OutsideLink } from '../kit/outside-link.tsx'
import type { FieldProblems, Typed } from './field-problems.ts'
import { SecretField, TextField } from './text-field.tsx'

export interface CredentialFieldsProps {
  readonly typed: Typed
  readonly onChange: (part: Partial<Typed>) => void
  readonly problems: FieldProblems
  readonly remember: boolean
  readonly onRemember: (remember: boolean) => void
}

/** The usual way in: the client ID and secret of an OAuth client. */
export function CredentialFields(props: CredentialFieldsProps): VNode {
  const { typed, onChange, problems, remember, onRemember } = props
  return (
    <>
      <p class="hint">
        Your brand’s colors, logos, assets and templates, in this file. You need a client of
        Cliquify’s developer portal, and an account that is active and verified.
      </p>
      <OutsideLink url={__HOMEPAGE__}>Get an ID and secret</OutsideLink>
      <TextField
        id="client-id"
        label="Client ID"
        type="text"
        value={typed.clientId}
        onInput={(clientId) => onChange({ clientId })}
        problem={problems.clientId}
      />
      <SecretField
        id="client-secret"
        label="Client secret"
        showLabel="Show secret"
        value={typed.clientSecret}
        onInput={(clientSecret) => onChange({ clientSecret })}
        problem={problems.clientSecret}
      />
      <div class="text-field">
        <label class="checkbox">
          <input
            type="checkbox"
            checked={remember}
            aria-describedby="remember-hint"
            onChange={(event) => onRemember(event.currentTarget.checked)}
          />
          Remember secret on this device
        </label>
        <p id="remember-hint" class="hint">
          {remember
            ? 'Figma keeps the secret on this device, and the connection renews itself.'
            : 'The secret is not kept. You will be asked to connect again when the connection ends.'}
        </p>
      </div>
    </>
  )
}
