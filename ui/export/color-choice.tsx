import type { VNode } from 'preact'
import type { FileColor } from '../../shared/export.ts'
import { Checkbox } from '../kit/checkbox.tsx'
import { countOf } from '../kit/count-of.ts'
import { Swatch } from '../kit/swatch.tsx'

export interface ColorChoiceProps {
  readonly colors: readonly FileColor[]
  readonly leftOut: ReadonlySet<FileColor>
  readonly onChoose: (colors: readonly FileColor[], isWanted: boolean) => void
}

/** Which colors of a kit are exported, by palette. */
export function ColorChoice({ colors, leftOut, onChoose }: ColorChoiceProps): VNode {
  const areWanted = (members: readonly FileColor[]): boolean =>
    members.every((color) => !leftOut.has(color))
  const { length } = colors
  const wanted = colors.filter((color) => !leftOut.has(color)).length
  return (
    <fieldset class="export-part">
      <legend>Colors</legend>
      <Checkbox checked={wanted === length} onChange={(isWanted) => onChoose(colors, isWanted)}>
        {wanted === length ? `All ${countOf(length, 'color')}` : `${wanted} of ${length} colors`}
      </Checkbox>
      {palettesOf(colors).map(([palette, members]) => (
        <ul key={palette} class="export-palette" aria-label={palette}>
          {palette !== '' && (
            <li>
              <Checkbox
                checked={areWanted(members)}
                onChange={(isWanted) => onChoose(members, isWanted)}
              >
                <span class="hint cut" title={palette} dir="auto">
                  {palette}
                </span>
              </Checkbox>
            </li>
          )}
          {members.map((color) => (
            <li key={color.label}>
              <Checkbox
                checked={areWanted([color])}
                onChange={(isWanted) => onChoose([color], isWanted)}
              >
                <Swatch value={color.value} gradient={color.gradient} />
                <span class="cut" title={color.label} dir="auto">
                  {color.path.color}
                </span>
              </Checkbox>
            </li>
          ))}
        </ul>
      ))}
    </fieldset>
  )
}

/** In the order in which they come first. */
function palettesOf(
  colors: readonly FileColor[],
): readonly (readonly [string, readonly FileColor[]])[] {
  const palettes = new Map<string, FileColor[]>()
  for (const color of colors) {
    const name = color.path.palette.join('/')
    const members = palettes.get(name) ?? []
    palettes.set(name, members)
    members.push(color)
  }
  return [...palettes]
}
