import { extension } from '../media-types.ts'
import type { FileFormat, SampleFolder, SampleItem, SampleTag } from './brand.ts'
import { randomFrom } from './random.ts'
import { SCENE_COLORS } from './scene-colors.ts'
import type { Scene } from './scenes.ts'

export const FOLDERS: readonly SampleFolder[] = [
  { id: 1, name: 'Campaigns', parentId: null },
  { id: 2, name: 'Winter 2026', parentId: 1 },
  { id: 3, name: 'Social', parentId: 2 },
  { id: 4, name: 'Print / Out of home', parentId: 2 },
  { id: 5, name: 'Midsummer', parentId: 1 },
  { id: 6, name: 'Photography', parentId: null },
  { id: 7, name: 'Landscapes', parentId: 6 },
  { id: 8, name: 'Products', parentId: 6 },
  { id: 9, name: 'Illustration', parentId: null },
  { id: 10, name: 'Patterns', parentId: 9 },
  { id: 11, name: 'Icons', parentId: 9 },
  { id: 12, name: 'Motion', parentId: null },
  { id: 13, name: 'Documents', parentId: null },
  { id: 14, name: 'Archive (empty)', parentId: null },
]

export const ASSET_TAGS: readonly SampleTag[] = [
  { id: 51, name: 'landscape' },
  { id: 52, name: 'product' },
  { id: 53, name: 'pattern' },
  { id: 54, name: 'icon' },
  { id: 55, name: 'winter' },
  { id: 56, name: 'summer' },
  { id: 57, name: 'coffee' },
  { id: 58, name: 'studio' },
  { id: 59, name: 'background' },
  { id: 60, name: 'hero' },
  { id: 61, name: 'do not use after 2027' },
  { id: 62, name: 'été' },
]

type Subject = 'landscape' | 'product' | 'pattern' | 'icon'

const SCENES: readonly (readonly [Scene, Subject, readonly [string, ...string[]]])[] = [
  ['hills', 'landscape', ['Rolling hills', 'Quiet valley', 'Highland morning', 'Far fields']],
  ['cup', 'product', ['Flat white', 'Filter cup', 'Morning cup', 'House blend']],
  ['arches', 'pattern', ['Arches', 'Doorways', 'Colonnade', 'Rainbow gate']],
  ['sea', 'landscape', ['Open sea', 'Evening sail', 'Harbour light', 'Low sun']],
  ['tiles', 'pattern', ['Kitchen tiles', 'Quilt', 'Building blocks', 'Mosaic']],
  ['bag', 'product', ['Bag of beans', 'Single origin', 'Espresso roast', 'Winter roast']],
  ['aurora', 'landscape', ['Northern lights', 'Polar night', 'Green fire', 'Silk sky']],
  ['icon', 'icon', ['Icon', 'Sign', 'Badge', 'Button']],
  ['peaks', 'landscape', ['Snow line', 'Three peaks', 'Ridge walk', 'Alpine noon']],
  ['orbs', 'pattern', ['Soft orbs', 'Bokeh', 'Bubbles', 'Planets']],
  ['bottle', 'product', ['Cold brew', 'Bottles', 'Syrup set', 'Shelf']],
  ['waves', 'pattern', ['Waves', 'Dunes', 'Currents', 'Strata']],
  ['city', 'landscape', ['Skyline', 'Night shift', 'Old town', 'Downtown']],
  ['leaves', 'pattern', ['Fern', 'Branches', 'Botanical', 'Meadow']],
  ['poster', 'product', ['Poster', 'Print on a wall', 'Exhibition', 'Cover']],
  ['terrazzo', 'pattern', ['Terrazzo', 'Confetti', 'Pebbles', 'Paper cuts']],
]

const SIZES: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [640, 480],
  [800, 450],
  [480, 600],
  [560, 560],
]

/** One of each kind that needs special care, all on the first page of a list. */
const PANORAMA = 8
const VIDEO = 19
const DOCUMENT = 27

/** How many assets have a JPEG or WebP among them: those are files, made once. */
const WITH_FILES = 76

const FIRST_UPDATE = Date.UTC(2025, 8, 1, 8)

/** The first `count` assets of an endless, repeatable library. */
export function assets(count: number): SampleItem[] {
  return Array.from({ length: count }, (_, i) => asset(i))
}

function asset(i: number): SampleItem {
  const [scene, subject, names] = SCENES[i % SCENES.length] ?? ['hills', 'landscape', ['Hills']]
  const round = Math.floor(i / SCENES.length)
  const colors = (round + (i % SCENES.length) * 3) % SCENE_COLORS.length
  const look = SCENE_COLORS[colors] ?? SCENE_COLORS[0]
  const format = formatOf(i, subject)
  const [width, height] = sizeOf(i, subject, round)
  const noun = names[Math.floor(round / 2) % names.length] ?? names[0]
  const repeat = Math.floor(round / 8) + 1
  const name = nameOf(i, `${noun}, ${look.name}${repeat === 1 ? '' : ` ${repeat}`}`)
  const artwork = { type: 'scene', scene, colors, seed: i + 1, width, height } as const
  const shown = widthOf(i, format, width)
  const folderId = folderOf(i, subject, format)
  return {
    id: 3001 + i,
    name,
    path: `assets/${folderId ?? 'unsorted'}/${name} (id=${3001 + i}).${extension(format)}`,
    format,
    width: shown,
    height: Math.round((height * shown) / width),
    artwork,
    version: 1,
    updatedAt: FIRST_UPDATE + i * 7_919_000,
    folderId,
    tagIds: tagsOf(i, scene, subject, colors),
  }
}

function sizeOf(i: number, subject: Subject, round: number): readonly [number, number] {
  if (i === PANORAMA) return [1000, 600]
  if (subject === 'icon') return [480, 480]
  return SIZES[(i + round) % SIZES.length] ?? SIZES[0]
}

function nameOf(i: number, name: string): string {
  if (i === PANORAMA) return 'Highland panorama, 5000 × 3000'
  if (i === VIDEO) return 'Brand film, short loop'
  if (i === DOCUMENT) return 'Brand guidelines, cover'
  return name
}

function formatOf(i: number, subject: Subject): FileFormat {
  if (i === PANORAMA) return 'png'
  if (i === VIDEO) return 'webm'
  if (i === DOCUMENT) return 'pdf'
  if (subject === 'icon') return 'svg'
  if (i % 30 === 22) return 'gif'
  if (i < WITH_FILES && i % 5 === 0) return 'jpeg'
  if (i < WITH_FILES && i % 8 === 1) return 'webp'
  return subject === 'pattern' && i % 4 !== 1 ? 'svg' : 'png'
}

function widthOf(i: number, format: FileFormat, drawn: number): number {
  if (i === PANORAMA) return 5000
  if (format === 'png') return drawn * 1.5
  return format === 'gif' || format === 'webm' ? 320 : drawn
}

function folderOf(i: number, subject: Subject, format: FileFormat): number | null {
  if (format === 'gif' || format === 'webm') return 12
  if (format === 'pdf') return 13
  if (i % 17 === 16) return null
  if (i % 7 === 3) return 3
  if (i % 11 === 5) return 4
  if (i % 13 === 6) return 5
  return { landscape: 7, product: 8, pattern: 10, icon: 11 }[subject]
}

function tagsOf(i: number, scene: Scene, subject: Subject, colors: number): number[] {
  const random = randomFrom(i + 5000)
  const tags = [{ landscape: 51, product: 52, pattern: 53, icon: 54 }[subject]]
  if (colors === 0 || colors === 3 || scene === 'aurora') tags.push(55)
  if (colors === 1 || colors === 5) tags.push(56, 62)
  if (scene === 'cup' || scene === 'bag') tags.push(57)
  if (colors > 3) tags.push(58)
  if (subject === 'pattern') tags.push(59)
  if (random.between(0, 1) < 0.15) tags.push(60)
  if (random.between(0, 1) < 0.05) tags.push(61)
  return random.between(0, 1) < 0.08 ? [] : tags
}
