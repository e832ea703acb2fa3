import type { JSX } from 'preact'
import type { DocumentSnapshot, StyleSnapshot } from '../../figma/host-api.ts'
import { paintName } from './paint.ts'
import { styleFolders } from './style-folders.ts'
import { Swatch } from './swatch.tsx'

interface LocalStylesProps {
  readonly styles: readonly StyleSnapshot[]
  readonly profile: DocumentSnapshot['colorProfile']
}

/** The file's color styles, a heading for each folder. */
export function LocalStyles({ styles, profile }: LocalStylesProps): JSX.Element {
  return (
    <section class="group" aria-label="Local styles">
      <h3>Local styles{styles.length > 0 && <span class="count">{styles.length}</span>}</h3>
      {styles.length === 0 && <p class="quiet">This file has no color styles yet.</p>}
      {styleFolders(styles).map(({ name, styles: inside }) => (
        <div key={name} class="folder">
          {name !== '' && <h4>{name}</h4>}
          {inside.map((style) => {
            const [paint] = style.paints
            return (
              <div key={style.id} class="swatch-row" title={style.description || style.name}>
                {paint !== undefined && <Swatch paint={paint} profile={profile} url={null} />}
                <span class="grow">{style.shortName}</span>
                <span class="quiet">{paint === undefined ? '' : paintName(paint)}</span>
              </div>
            )
          })}
        </div>
      ))}
    </section>
  )
}
