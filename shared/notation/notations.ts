import { android } from './android.ts'
import { assetCatalog } from './asset-catalog.ts'
import { css } from './css.ts'
import { dtcg } from './dtcg.ts'
import { json } from './json.ts'
import { kotlin } from './kotlin.ts'
import type { Notation } from './notation.ts'
import { scss } from './scss.ts'
import { swift } from './swift.ts'
import { tailwind } from './tailwind.ts'

/** All of them, by the ids that a person’s choice is kept by. */
export const NOTATIONS = {
  css,
  scss,
  tailwind,
  dtcg,
  swift,
  'asset-catalog': assetCatalog,
  kotlin,
  android,
  json,
} as const satisfies Readonly<Record<string, Notation>>

export type NotationId = keyof typeof NOTATIONS

export function isNotationId(id: string): id is NotationId {
  return Object.keys(NOTATIONS).includes(id)
}
