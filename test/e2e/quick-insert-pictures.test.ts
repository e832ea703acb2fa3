import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { OpenFile } from './desk.ts'
import { bar, inFirstKit } from './quick-actions.ts'
import { screenshot } from './screenshot.ts'
import { recordOf, storedValue } from './stored.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

/** What lies behind a wordmark of a tone, as RGBA. */
const GROUNDS: Readonly<Record<string, string>> = {
  light: '34,34,34,255',
  mono: '255,255,255,255',
}

/** The first pixel of a picture that has come from the window; empty for any other. */
function cornerOf(picture: Locator): Promise<string> {
  return picture.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement) || !image.src.startsWith('blob:')) return ''
    await image.decode()
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    context?.drawImage(image, 0, 0)
    return String(context?.getImageData(0, 0, 1, 1).data)
  })
}

/** Names of the first kit's logos that are not known with a picture yet. */
async function undrawn(file: OpenFile): Promise<readonly string[]> {
  const [kit] = desk.cliquify.brand.kits
  const { suggestions } = await storedValue(file, 'brand')
  const items = Array.isArray(suggestions) ? suggestions.map((item: unknown) => recordOf(item)) : []
  const drawn = new Set(
    items.flatMap(({ icon, kitName, name }) => (icon && kitName === kit?.name ? [name] : [])),
  )
  return kit?.logos.flatMap(({ name }) => (drawn.has(name) ? [] : [name])) ?? []
}

describe('quick insert', () => {
  it('shows white logos on a dark ground and black ones on a light one, once they are known', async () => {
    const file = await desk.openConnected({ theme: 'dark' })
    await file.page.getByRole('button', { name: 'Close plugin' }).click()
    const thumbnails = new Set(
      desk.cliquify.brand.kits[0]?.logos.map(({ path }) => `/media/thumbs/${encodeURI(path)}.png`),
    )
    const asked = (): number =>
      desk.cliquify.requests.filter(({ method, path }) => method === 'GET' && thumbnails.has(path))
        .length
    await file.run('insert-asset')
    const { dialog, field, options } = bar(file)
    const shows = async (tone: string): Promise<void> => {
      await field.fill(inFirstKit(desk, `Wordmark, ${tone} (SVG)`))
      await expect.poll(() => cornerOf(options.first().locator('img'))).toBe(GROUNDS[tone])
    }
    await shows('light')
    await shows('mono')
    await field.fill('wordmark')
    await expect.poll(() => options.count()).toBeGreaterThan(3)
    await screenshot(file, 'quick-insert-icons-dark')
    // What is drawn before the window goes is known to the next one.
    await expect.poll(() => undrawn(file)).toEqual([])
    await field.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    expect(asked()).toBeGreaterThan(0)
    desk.cliquify.forgetRequests()
    await file.run('insert-asset')
    await shows('light')
    expect(asked()).toBe(0)
    expect(file.errors).toEqual([])
    await file.close()
  })

  it('is brought the logos of the chosen kit first, then those of one kit after the other', async () => {
    const file = await desk.openConnected()
    const [other, chosen] = desk.cliquify.brand.kits
    await file.plugin.getByLabel('Brand kit').selectOption({ label: chosen?.name ?? '' })
    await file.plugin.getByText('Signal', { exact: true }).waitFor()
    await file.page.getByRole('button', { name: 'Close plugin' }).click()
    const logosOf = (id: number | undefined): string => `/api/brand-kits/${String(id)}/logos`
    const asked = (): readonly string[] =>
      desk.cliquify.requests.flatMap(({ method, path }) =>
        method === 'GET' && path.endsWith('/logos') ? [path] : [],
      )
    desk.cliquify.addFault({ path: logosOf(chosen?.id), effect: { type: 'delay', ms: 1500 } })
    desk.cliquify.forgetRequests()
    await file.run('insert-asset')
    await bar(file).field.fill('a')
    await expect.poll(asked).toEqual([logosOf(chosen?.id)])
    await expect.poll(asked).toEqual([chosen, other].map((kit) => logosOf(kit?.id)))
    desk.cliquify.clearFaults()
    expect(file.errors).toEqual([])
    await file.close()
  })
})
