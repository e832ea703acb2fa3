import { fileURLToPath } from 'node:url'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { openDesk, type OpenFile } from './desk.ts'
import { dragTile } from './drag-tile.ts'

const PICTURE = fileURLToPath(new URL('../../docs/preview.png', import.meta.url))
const HERO = 'Northern lights, violet hour'

/** Takes the README's picture: colors synced, a logo and photos on the design, the library open. */
export async function takePicture(): Promise<void> {
  const desk = await openDesk()
  try {
    const file = await desk.openConnected()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
    await file.plugin.getByText(/Undo with/).waitFor()

    await file.plugin.getByRole('tab', { name: 'Assets' }).click()
    await fill(file, 'Hero picture', HERO)
    await file.edit({ type: 'remove-node', id: (await layerNamed(file, 'Sun')).id })

    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const logo = desk.cliquify.brand.kits[0]?.logos.find(({ name }) => /symbol, light/i.test(name))
    if (logo === undefined) throw new Error('The sample has changed.')
    const { absoluteX, absoluteY, width, height } = await layerNamed(file, 'Hero picture')
    const middle = await file.toScreen(absoluteX + width / 2, absoluteY + height / 2)
    await dragTile(file, logo.name, middle)
    await file.status.filter({ hasText: `“${logo.name}” placed` }).waitFor()
    await file.plugin.getByRole('tab', { name: 'Assets' }).click()
    await file.select([])
    await file.page.mouse.move(4, 4)
    await file.page.waitForTimeout(1000)
    await file.page.screenshot({ path: PICTURE })
    console.log(`Wrote ${PICTURE}`)
  } finally {
    await desk.close()
  }
}

async function layerNamed(file: OpenFile, wanted: string): Promise<NodeSnapshot> {
  const layer = (await file.layers()).find(({ name }) => name === wanted)
  if (layer === undefined) throw new Error(`The sample has no “${wanted}”.`)
  return layer
}

/** Shows an asset in a layer, as one does with the layer selected. */
async function fill(file: OpenFile, layer: string, asset: string): Promise<void> {
  await file.select([(await layerNamed(file, layer)).id])
  await file.plugin.getByRole('button', { name: 'Fill selection' }).waitFor()
  const tile = file.plugin.getByRole('button', { name: asset, exact: true })
  await tile.click({ modifiers: ['Alt'] })
  await file.status.filter({ hasText: 'fills 1 layer.' }).waitFor()
}
