import type { VNode } from 'preact'
import type { BrandColor, Decoded } from '../../shared/brand.ts'
import { SkippedList } from '../kit/skipped.tsx'
import { Swatch } from '../kit/swatch.tsx'
import { byPalette, valueText } from './color-texts.ts'
import './color-list.css'

/** The colors of a kit under the headings of their palettes. */
export function ColorList({ colors }: { readonly colors: Decoded<BrandColor> }): VNode {
  const palettes = byPalette(colors.items)
  return (
    <div class="color-list">
      {palettes.map(({ name, colors: members }) => (
        <section key={name ?? ''}>
          {(name !== null || palettes.length > 1) && (
            <h2 class="group-heading cut" dir="auto" title={name ?? undefined}>
              {name ?? 'Other colors'}
            </h2>
          )}
          <ul class="color-rows">
            {members.map((color, index) => (
              <li key={`${color.id ?? color.name}/${index}`} class="color-row">
                <Swatch value={color.value} />
                <bdi class="cut color-name" title={color.name}>
                  {color.name}
                </bdi>
                <span class="color-value" title={color.notation}>
                  {valueText(color.value)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <SkippedList skipped={colors.skipped} noun="color" />
    </div>
  )
}
