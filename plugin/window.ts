import type { Size } from '../shared/placement.ts'
import { ifAble } from './if-able.ts'
import { finite, recordOf } from './read.ts'
import type { Storage } from './storage.ts'

const DEFAULT: Size = { width: 360, height: 600 }
const MIN: Size = { width: 300, height: 360 }
const MAX: Size = { width: 1200, height: 1200 }
const REMEMBER_AFTER_MS = 300

/** The size that the window opens with. */
export async function windowSize(storage: Storage): Promise<Size> {
  return clampSize((await storage.get('window-size')) ?? DEFAULT)
}

/** Where the window is in Figma's page; null where Figma does not tell. */
export function windowPlace(ui: Pick<UIAPI, 'getPosition'>): Vector | null {
  return readPlace(ifAble(() => ui.getPosition().windowSpace)) ?? null
}

const readPlace = recordOf<Vector>({ x: finite, y: finite })

/** Resizes at once, and remembers the size once the pointer has come to rest. */
export function createResizer(ui: Pick<UIAPI, 'resize'>, storage: Storage): (size: Size) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (wanted) => {
    if (!Number.isFinite(wanted.width) || !Number.isFinite(wanted.height)) return
    const size = clampSize(wanted)
    ui.resize(size.width, size.height)
    if (timer !== undefined) clearTimeout(timer)
    timer = setTimeout(() => {
      // A size that cannot be remembered is no reason to bother anyone.
      storage.set('window-size', size).catch(() => undefined)
    }, REMEMBER_AFTER_MS)
  }
}

function clampSize({ width, height }: Size): Size {
  return {
    width: Math.round(Math.min(MAX.width, Math.max(MIN.width, width))),
    height: Math.round(Math.min(MAX.height, Math.max(MIN.height, height))),
  }
}
