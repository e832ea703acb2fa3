import type { JSX } from 'preact'
import type { Rgba } from '../../../shared/brand.ts'
import type { CollectionSnapshot, DocumentSnapshot } from '../../figma/host-api.ts'
import { cssColor } from './paint.ts'

/** The file's variables by collection; nothing where there are none. */
export function LocalVariables({
  collections,
  profile,
}: {
  readonly collections: readonly CollectionSnapshot[]
  readonly profile: DocumentSnapshot['colorProfile']
}): JSX.Element | null {
  if (collections.length === 0) return null
  return (
    <section class="group" aria-label="Local variables">
      <h3>Local variables</h3>
      {collections.map(({ id, name, modes, variables }) => (
        <div key={id} class="folder">
          <h4>{name}</h4>
          {variables.map((variable) => (
            <div key={variable.id} class="swatch-row" title={variable.description}>
              {modes.map(({ modeId }) => (
                <span key={modeId} class="swatch">
                  <i style={{ background: colorOf(variable.valuesByMode[modeId], profile) }} />
                </span>
              ))}
              <span class="grow">{variable.name}</span>
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}

/** Figma's RGBA as CSS; nothing for an alias or another type. */
function colorOf(value: unknown, profile: DocumentSnapshot['colorProfile']): string {
  return isRgba(value) ? cssColor({ a: 1, ...value }, profile) : ''
}

function isRgba(value: unknown): value is Omit<Rgba, 'a'> {
  if (typeof value !== 'object' || value === null) return false
  return ['r', 'g', 'b'].every((key) => typeof Reflect.get(value, key) === 'number')
}
