import { useEffect, useState } from 'preact/hooks'

/** More than the tallest window shows. */
const AT_ONCE = 100
const STEP = 100

/**
 * How many of `total` rows to draw: a windowful at once, the rest bit by bit in between of what a
 * person does, until all are there for the keyboard, the browser's search and screen readers.
 */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(AT_ONCE)
  useEffect(() => {
    if (count >= total) return
    const timer = setTimeout(() => setCount(count + STEP))
    return () => clearTimeout(timer)
  }, [count, total])
  return Math.min(count, total)
}
