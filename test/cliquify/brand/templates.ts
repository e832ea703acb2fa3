import type { SampleItem, SampleTag } from './brand.ts'
import type { Scene } from './scenes.ts'

export const TEMPLATE_TAGS: readonly SampleTag[] = [
  { id: 81, name: 'Social' },
  { id: 82, name: 'Print' },
  { id: 83, name: 'Email' },
  { id: 84, name: 'Presentation' },
  { id: 85, name: 'Winter campaign' },
]

const KINDS: readonly (readonly [
  name: string,
  scene: Scene,
  width: number,
  height: number,
  tagId: number,
])[] = [
  ['Story', 'aurora', 1080, 1920, 81],
  ['Square post', 'arches', 1080, 1080, 81],
  ['Poster, A3', 'poster', 1191, 1684, 82],
  ['Newsletter header', 'waves', 1200, 400, 83],
  ['Title slide', 'hills', 1920, 1080, 84],
  ['Menu card', 'leaves', 840, 1190, 82],
]

/** Kinds in several looks. */
export const TEMPLATES: readonly SampleItem[] = KINDS.flatMap(
  ([kind, scene, width, height, tagId], k) =>
    [0, 1, 2, 4].map((colors, n): SampleItem => {
      const look = ['Polar night', 'Crema', 'Violet hour', 'Tide'][n] ?? ''
      const scale = 640 / Math.max(width, height)
      const vector = n === 3
      return {
        id: 7001 + k * 4 + n,
        name: `${kind} – ${look}`,
        path: `templates/${kind}, look=${look}.${vector ? 'svg' : 'png'}`,
        format: vector ? 'svg' : 'png',
        width,
        height,
        artwork: {
          type: 'scene',
          scene,
          colors,
          seed: 900 + k * 4 + n,
          width: Math.round(width * scale),
          height: Math.round(height * scale),
        },
        version: 1,
        updatedAt: Date.UTC(2026, 5, 1 + k, 9 + n),
        folderId: null,
        tagIds: colors === 0 ? [tagId, 85] : [tagId],
      }
    }),
)
