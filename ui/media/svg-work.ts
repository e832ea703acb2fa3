import type { Reference } from './svg-references.ts'

/** Deeper than any drawing program nests and refers. */
const DEEPEST = 500

/** Characters of a path that are as much work as another shape. */
const OF_A_SHAPE = 80

interface Load {
  readonly shapes: number
  readonly work: number
}

/**
 * How much there is to draw once all that repeats is written out, in shapes; infinite where it
 * refers deeper than drawings do. Nothing is written out for it. `inner` has what the drawings within
 * its pictures come to.
 */
export function workOf(
  root: Element,
  references: ReadonlyMap<Element, readonly Reference[]>,
  inner: ReadonlyMap<Element, number>,
): number {
  const loads = new Map<Element, Load>()
  const open = new Set<Element>()

  function loadOf(element: Element, depth: number): Load {
    const known = loads.get(element)
    if (known !== undefined) return known
    const own = references.get(element) ?? []
    const ownLoad = { shapes: 1, work: ownWork(element) + (inner.get(element) ?? 0) }
    if (own.length === 0 && element.firstElementChild === null) return ownLoad
    if (depth > DEEPEST) return { shapes: Infinity, work: Infinity }
    // What contains itself is not drawn.
    if (open.has(element)) return { shapes: 0, work: 0 }
    open.add(element)
    const linked = own.flatMap(({ property, target }) => (property === 'href' ? target : []))
    const parts = [...element.children, ...linked].map((part) => loadOf(part, depth + 1))
    const shapes = parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + part.shapes, 0)
    const inside = parts.reduce((sum, part) => sum + part.work, ownLoad.work)
    let work = inside
    for (const { property, target } of own) {
      if (property === 'href') continue
      work += loadOf(target, depth + 1).work * timesDrawn(property, shapes, inside)
    }
    open.delete(element)
    const load = { shapes, work }
    loads.set(element, load)
    return load
  }

  return loadOf(root, 0).work
}

/** Paint is inherited by each shape inside, and a marker stands at each of their points. */
function timesDrawn(property: string, shapes: number, work: number): number {
  if (/^(?:clip-path|mask|filter)/.test(property)) return 1
  return property.startsWith('marker') ? work * 10 : Math.max(1, shapes)
}

function ownWork(element: Element): number {
  const shape = element.getAttribute('d') ?? element.getAttribute('points') ?? ''
  const text = element.localName === 'text' ? element.textContent : ''
  return 1 + (shape.length + text.length) / OF_A_SHAPE
}
