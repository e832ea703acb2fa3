/** What a pair of colors is enough for by WCAG 2: any text, text, large text, or none. */
export type Grade = 'AAA' | 'AA' | 'AA large' | 'Fails'

/** Far less than a hundredth, and more than what floating point loses. */
const ROUNDING = 1e-6

export function gradeOf(ratio: number): Grade {
  if (ratio >= 7 - ROUNDING) return 'AAA'
  if (ratio >= 4.5 - ROUNDING) return 'AA'
  return ratio >= 3 - ROUNDING ? 'AA large' : 'Fails'
}

/** "4.49:1", rounded down so that it never claims what the pair does not reach. */
export function ratioText(ratio: number): string {
  return `${Math.floor((ratio + ROUNDING) * 100) / 100}:1`
}
