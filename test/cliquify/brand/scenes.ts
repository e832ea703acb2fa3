import type { Drawing } from './drawing.ts'
import type { Painter } from './landscapes.ts'
import { aurora, city, hills, peaks, sea } from './landscapes.ts'
import { arches, icon, leaves, orbs, terrazzo, tiles, waves } from './patterns.ts'
import { bag, bottle, cup, poster } from './products.ts'
import { randomFrom } from './random.ts'
import { SCENE_COLORS } from './scene-colors.ts'

const PAINTERS = {
  hills,
  peaks,
  aurora,
  sea,
  city,
  cup,
  bag,
  bottle,
  poster,
  orbs,
  arches,
  tiles,
  waves,
  terrazzo,
  leaves,
  icon,
} satisfies Readonly<Record<string, Painter>>

export type Scene = keyof typeof PAINTERS

export interface SceneArtwork {
  readonly type: 'scene'
  readonly scene: Scene
  /** Which of the scene colors. */
  readonly colors: number
  readonly seed: number
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** Draws a picture. */
export function drawScene(artwork: SceneArtwork): Drawing {
  const { scene, width, height } = artwork
  const colors = SCENE_COLORS[artwork.colors % SCENE_COLORS.length] ?? SCENE_COLORS[0]
  const shapes = PAINTERS[scene](width, height, colors, randomFrom(artwork.seed))
  return { width, height, shapes }
}
