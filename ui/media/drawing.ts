import { cleanSvg, markupOf, parseSvg, PICTURES, type Lost } from './clean-svg.ts'
import { bytesInDataUrl, dataUrlOf } from './data-url.ts'
import { svgIn } from './gunzip.ts'
import { isPictureKind, readFacts } from './read-facts.ts'
import { letOthersRun } from './let-others-run.ts'
import { recognise } from './recognise.ts'
import { endless, tooComplex, tooLong } from './refusal.ts'
import { refuseHuge } from './size.ts'
import { isTooDeep } from './svg-depth.ts'
import { referencesIn, type Reference } from './svg-references.ts'
import { svgText } from './svg-text.ts'
import { workOf } from './svg-work.ts'

/** Larger texts take seconds to read, on the one thread that can. */
const MOST_BYTES = 32_000_000

/** Elements: more take seconds to read, however little each of them draws. */
const MOST_ELEMENTS = 150_000

/** Shapes, once all that repeats is written out: more take seconds to draw. */
const MOST_WORK = 400_000

/** How deep drawings lie in the pictures of drawings. */
const DEEPEST_PICTURE = 3

/** A drawing that is safe to be shown and handed on. */
export interface Drawing {
  readonly root: Element
  readonly references: ReadonlyMap<Element, readonly Reference[]>
  /** Shapes, once all that repeats is written out. */
  readonly work: number
  readonly lost: Lost
}

/** Reads an SVG file; throws `Trouble` where it is broken, or too much to draw. */
export function readDrawing(bytes: Uint8Array, name: string): Promise<Drawing> {
  return readAt(bytes, name, 0)
}

async function readAt(bytes: Uint8Array, name: string, depth: number): Promise<Drawing> {
  if (bytes.length > MOST_BYTES) throw tooLong(name)
  const text = svgText(bytes)
  if (text === null) throw endless(name)
  if (countElements(text) > MOST_ELEMENTS) throw tooComplex(name)
  await letOthersRun()
  const root = parseSvg(text, name)
  if (isTooDeep(root)) throw tooComplex(name)
  const inner = await readPictures(root, name, depth)
  const lost = await cleanSvg(root)
  const references = await referencesIn(root)
  if (references === null) throw tooComplex(name)
  const work = workOf(root, references, inner)
  if (work > MOST_WORK) throw tooComplex(name)
  await letOthersRun()
  return { root, references, work, lost }
}

function countElements(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (text[at + 1] !== '/') count += 1
  }
  return count
}

/**
 * Makes the data of pictures within a drawing safe, whatever type it tells: it may be a drawing, a
 * packed one, or a bomb. Gives the work of each that is a drawing.
 */
async function readPictures(
  root: Element,
  name: string,
  depth: number,
): Promise<ReadonlyMap<Element, number>> {
  const works = new Map<Element, number>()
  for (const element of root.querySelectorAll([...PICTURES].join())) {
    for (const attribute of element.attributes) {
      if (attribute.localName !== 'href' || !/^\s*data:/i.test(attribute.value)) continue
      const picture = await readPicture(attribute.value, name, depth)
      attribute.value = picture?.url ?? ''
      works.set(element, picture?.work ?? 0)
    }
  }
  return works
}

interface InnerPicture {
  readonly url: string
  readonly work: number
}

/** Null for what no browser shows. */
async function readPicture(url: string, name: string, depth: number): Promise<InnerPicture | null> {
  const bytes = bytesInDataUrl(url)
  if (bytes === null || depth === DEEPEST_PICTURE) return null
  const svg = await svgIn(bytes, name)
  if (svg !== null) {
    const { root, work } = await readAt(svg, name, depth + 1)
    const text = new TextEncoder().encode(markupOf(root))
    return { url: await dataUrlOf(text, 'image/svg+xml'), work }
  }
  const kind = recognise(bytes)
  if (!isPictureKind(kind)) return null
  const facts = readFacts(bytes, kind)
  if (typeof facts !== 'string') refuseHuge(facts.size, name)
  return { url: await dataUrlOf(bytes, `image/${kind}`), work: 0 }
}
