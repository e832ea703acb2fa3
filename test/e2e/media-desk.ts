import { expect } from 'vitest'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { openDesk, type Desk, type OpenFile } from './desk.ts'

/** A file with one asset in sight. In the list it is a PNG; what it is in truth, each test says. */
export interface MediaDesk {
  readonly desk: Desk
  readonly file: OpenFile
  /** The asset's name. */
  readonly shown: string
  /** What Cliquify answers with now. */
  answer(): Uint8Array
  answerWith(bytes: Uint8Array): void
  /** Searches the asset. */
  find(): Promise<void>
  /** Places these bytes by a click; gives the layer. */
  place(bytes: Uint8Array): Promise<NodeSnapshot>
  /** Leaves the file as it was. */
  clear(): Promise<void>
}

export async function openMediaDesk(): Promise<MediaDesk> {
  const desk = await openDesk()
  const asset = desk.cliquify.brand.assets.find(({ format }) => format === 'png')
  if (asset === undefined) throw new Error('the sample brand has no PNG')
  // The window comes after the route: one that is just opening may never learn of it.
  const file = await desk.openFile({ command: null })
  const shown = asset.name
  let answer: Uint8Array = new Uint8Array()
  await file.page.route(
    (url) => decodeURIComponent(url.pathname) === `/media/${asset.path}`,
    (route) =>
      route.fulfill({
        body: Buffer.from(answer),
        headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' },
      }),
  )
  const tile = file.plugin.getByRole('button', { name: shown, exact: true })
  const media: MediaDesk = {
    desk,
    file,
    shown,
    answer: () => answer,
    answerWith(bytes) {
      answer = bytes
    },
    async find() {
      await file.plugin.getByRole('tab', { name: 'Assets' }).click()
      await file.plugin.getByLabel('Search').fill(shown)
      await tile.waitFor()
    },
    async place(bytes) {
      answer = bytes
      await tile.click()
      // Until the file is there, its thumbnail has a name of its own.
      await expect
        .poll(async () => (await file.placed()).map(({ name }) => name), { timeout: 15_000 })
        .toEqual([shown])
      // The status may say something else by then, as the library goes on loading.
      await file.plugin.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
      const [layer] = await file.placed()
      if (layer === undefined) throw new Error('nothing was placed')
      return layer
    },
    async clear() {
      for (const { id } of await file.placed()) await file.edit({ type: 'remove-node', id })
      await file.page.evaluate(() => window.preview.host.setPlan('paid'))
    },
  }
  await file.run('open')
  await file.connect()
  await media.find()
  return media
}
