import type { ComponentChildren, VNode } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { BrandColor, Rgba } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'
import { contrastRatio, WHITE } from '../../shared/contrast.ts'
import { nameAt } from './color-texts.ts'
import { gradeOf, ratioText, type Grade } from './contrast.ts'
import { Select } from '../kit/select.tsx'
import '../kit/swatch.css'
import './color-contrast.css'

const BLACK: Rgba = { r: 0, g: 0, b: 0, a: 1 }

const MEANING: Record<Grade, string> = {
  AAA: 'Enough for all text (WCAG AAA)',
  AA: 'Enough for text (WCAG AA)',
  'AA large': 'Enough for large text and icons only (WCAG AA: 24 px, or 19 px bold)',
  Fails: 'Too little for text (fails WCAG AA)',
}

export interface ColorContrastProps {
  readonly color: BrandColor
  /** All colors of the kit. */
  readonly colors: readonly BrandColor[]
}

/** The contrast of text in this color on white, on black, and on another color of the kit. */
export function ColorContrast({ color, colors }: ColorContrastProps): VNode {
  const others = useMemo(
    () =>
      colors.flatMap((other, place) =>
        other !== color && other.gradient === undefined
          ? { value: other.value, name: nameAt(colors, place) }
          : [],
      ),
    [color, colors],
  )
  const [chosen, setChosen] = useState(0)
  const other = others[chosen] ?? others[0]
  return (
    <ul class="color-contrast" aria-label="Contrast">
      <Pair color={color.value} background={WHITE}>
        on white
      </Pair>
      <Pair color={color.value} background={BLACK}>
        on black
      </Pair>
      {other !== undefined && (
        <Pair color={color.value} background={other.value}>
          on{' '}
          <Select
            label="Another color"
            title={other.name}
            value={String(others.indexOf(other))}
            options={others.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChoose={(index) => setChosen(Number(index))}
          />
        </Pair>
      )}
    </ul>
  )
}

interface PairProps {
  readonly color: Rgba
  readonly background: Rgba
  /** What the background is. */
  readonly children: ComponentChildren
}

function Pair({ color, background, children }: PairProps): VNode {
  const ratio = contrastRatio(color, background)
  const grade = gradeOf(ratio)
  const back = hexOf(background)
  return (
    <li>
      <span
        class="swatch color-sample"
        aria-hidden="true"
        style={{ color: hexOf(color), background: `linear-gradient(${back}, ${back}) #fff` }}
      >
        Aa
      </span>
      <span class="color-behind">{children}</span>
      <span class="color-ratio">{ratioText(ratio)}</span>
      <span class="color-grade" title={MEANING[grade]}>
        {grade}
      </span>
    </li>
  )
}
