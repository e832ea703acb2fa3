import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'

interface Point {
  readonly x: number
  readonly y: number
}

/** A part of the page, in its pixels. */
export interface Clip extends Point {
  readonly width: number
  readonly height: number
}

interface Frame {
  readonly picture: Buffer
  readonly pointer: Point
  /** What the pointer drags: browsers draw that where no screenshot sees it. */
  readonly carried: Buffer | null
  readonly milliseconds: number
}

/** Twelve a second. */
const STEP_MS = 80

/** An arrow whose tip is its corner. */
const POINTER = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="22" height="26"><path d="M2 2v18l4.6-4.3 3 7 3.4-1.4-3-6.9h6.4z" fill="#111" stroke="#fff" stroke-width="1.6"/></svg>',
)

/** What a person sees of a page, with the pointer that a screenshot lacks. */
export interface Film {
  /** What is there now, for so long. */
  hold(milliseconds: number): Promise<void>
  /** What happens now, by itself. */
  watch(milliseconds: number): Promise<void>
  moveTo(to: Point): Promise<void>
  click(what: Locator): Promise<void>
  drag(what: Locator, to: Point): Promise<void>
  /** All of it as an animated WebP that repeats. */
  develop(): Promise<Buffer>
}

/** `pixelRatio`: pixels of the screen for one of the page. */
export function startFilm(page: Page, clip: Clip, pixelRatio: number): Film {
  const frames: Frame[] = []
  let pointer: Point = { x: clip.x + clip.width / 2, y: clip.y + clip.height - 40 }
  let carried: Buffer | null = null

  async function hold(milliseconds: number): Promise<void> {
    frames.push({ picture: await page.screenshot({ clip }), pointer, carried, milliseconds })
  }

  async function watch(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= STEP_MS) {
      await hold(STEP_MS)
      await page.waitForTimeout(STEP_MS / 2)
    }
  }

  async function moveTo(to: Point): Promise<void> {
    const from = pointer
    const steps = Math.max(4, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 45))
    for (let step = 1; step <= steps; step += 1) {
      // As a hand does: it sets out and arrives slowly.
      const way = (1 - Math.cos((Math.PI * step) / steps)) / 2
      pointer = { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way }
      await page.mouse.move(pointer.x, pointer.y)
      await hold(STEP_MS / 2)
    }
  }

  return {
    hold,
    watch,
    moveTo,
    async click(what) {
      await what.scrollIntoViewIfNeeded()
      await moveTo(await middleOf(what))
      await hold(160)
      await page.mouse.down()
      await page.mouse.up()
    },
    async drag(what, to) {
      await moveTo(await middleOf(what))
      await hold(240)
      const picture = await what.locator('img').screenshot()
      carried = await sharp(picture).ensureAlpha(0.8).toBuffer()
      await page.mouse.down()
      await moveTo(to)
      await hold(240)
      carried = null
      await page.mouse.up()
    },
    async develop() {
      const shown = joined(frames)
      const pictures = await Promise.all(shown.map((frame) => drawn(frame, clip, pixelRatio)))
      return sharp(pictures, { join: { animated: true } })
        .webp({
          loop: 0,
          delay: shown.map(({ milliseconds }) => milliseconds),
          quality: 80,
          effort: 6,
          minSize: true,
          mixed: true,
        })
        .toBuffer()
    },
  }
}

async function middleOf(what: Locator): Promise<Point> {
  const box = await what.boundingBox()
  if (box === null) throw new Error('What is to be filmed is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** What stays as it is, is one frame. */
function joined(frames: readonly Frame[]): readonly Frame[] {
  const shown: Frame[] = []
  for (const frame of frames) {
    const last = shown.at(-1)
    const isSame =
      last !== undefined &&
      last.pointer === frame.pointer &&
      last.carried === frame.carried &&
      last.picture.equals(frame.picture)
    if (isSame)
      shown[shown.length - 1] = { ...last, milliseconds: last.milliseconds + frame.milliseconds }
    else shown.push(frame)
  }
  return shown
}

async function drawn(
  { picture, pointer, carried }: Frame,
  clip: Clip,
  pixelRatio: number,
): Promise<Buffer> {
  const left = Math.round((pointer.x - clip.x) * pixelRatio)
  const top = Math.round((pointer.y - clip.y) * pixelRatio)
  const above: sharp.OverlayOptions[] = [{ input: POINTER, density: 72 * pixelRatio, left, top }]
  if (carried !== null) {
    const { width, height } = await sharp(carried).metadata()
    const at = { left: left - Math.round(width / 2), top: top - Math.round(height / 2) }
    above.unshift({ input: carried, density: 72, ...at })
  }
  return sharp(picture).composite(above).png().toBuffer()
}
