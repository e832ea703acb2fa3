import { fileURLToPath } from 'node:url'
import { openDesk } from './desk.ts'
import { dragTile } from './drag-tile.ts'

const PICTURE = fileURLToPath(new URL('../../docs/preview.png', import.meta.url))

/** Takes the README's picture: colors synced, a logo dropped on the design. */
export async function takePicture(): Promise<void> {
  const desk = await openDesk()
  try {
    const file = await desk.openFile()
    await file.connect()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
    await file.plugin.getByText(/Undo with/).waitFor()

    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const logo = desk.cliquify.brand.kits[0]?.logos.find(({ name }) => /symbol, dark/i.test(name))
    const card = (await file.layers()).find(({ name }) => name === 'Hero picture')
    if (logo === undefined || card === undefined) throw new Error('The sample has changed.')
    const { x, y } = await file.toScreen(
      card.absoluteX + card.width / 2,
      card.absoluteY + card.height / 2,
    )
    await dragTile(file, logo.name, { x, y })
    await file.status.filter({ hasText: 'placed' }).waitFor()
    await file.plugin.getByRole('tab', { name: 'Colors' }).click()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    await file.select([])
    await file.page.mouse.move(4, 4)
    await file.page.waitForTimeout(300)
    await file.page.screenshot({ path: PICTURE })
    console.log(`Wrote ${PICTURE}`)
  } finally {
    await desk.close()
  }
}
