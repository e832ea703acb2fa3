/** Whether it is `npm run test:deep` that runs. */
export const DEEP = process.env['npm_lifecycle_event'] === 'test:deep'

/** How often a test tries something: a few times in `npm test`, many in `npm run test:deep`. */
export function times(few: number, many: number): number {
  return DEEP ? many : few
}

/** All of the cases when deep, else `few` of them from the first to the last. */
export function some<T>(cases: readonly T[], few: number): readonly T[] {
  const chosen = upTo(cases.length, few)
  return cases.filter((_, index) => chosen.includes(index + 1))
}

/** The numbers from 1 to `last`: all when deep, else `few` of them from the first to the last. */
export function upTo(last: number, few: number): readonly number[] {
  const count = Math.min(times(few, last), last)
  return Array.from({ length: count }, (_, at) =>
    count === 1 ? last : Math.round(1 + (at * (last - 1)) / (count - 1)),
  )
}
