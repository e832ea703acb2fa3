import type { JSX } from 'preact'
import type { CollectionSnapshot } from '../../figma/host-api.ts'

/** The file's variables by collection; nothing where there are none. */
export function LocalVariables({
  collections,
}: {
  readonly collections: readonly CollectionSnapshot[]
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
                  <i style={{ background: cssColor(variable.valuesByMode[modeId]) }} />
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
function cssColor(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const { r, g, b, a = 1 } = value as { r?: unknown; g?: unknown; b?: unknown; a?: unknown }
  const channels = [r, g, b, a]
  return channels.every((channel) => typeof channel === 'number')
    ? `color(srgb ${r} ${g} ${b} / ${a})`
    : ''
}
