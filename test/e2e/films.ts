import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator } from 'playwright-core'
import { startDesk, THEMES, type Desk } from './desk.ts'
import { startFilm } from './film.ts'

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
/** The canvas with the plugin's window on it. */
const CANVAS = { x: 208, y: 40, width: 832, height: 680 }
/** Sharp on most screens, and still small. */
const PIXEL_RATIO = 1.5

const PHOTO = 'Northern lights, violet hour'

/** Films the main job in both themes, as a person does it: sync, drag, check. */
export async function takeFilms(): Promise<void> {
  const desk = await startDesk({ pixelRatio: PIXEL_RATIO })
  try {
    for (const theme of THEMES) await takeMainJob(desk, theme)
  } finally {
    await desk.close()
  }
}

async function takeMainJob(desk: Desk, theme: (typeof THEMES)[number]): Promise<void> {
  desk.cliquify.reset()
  const file = await desk.openConnected({ theme })
  const { page, plugin, status } = file
  await plugin.getByText('Aurora Green', { exact: true }).waitFor()
  const button = (name: string): Locator => plugin.getByRole('button', { name, exact: true })
  const said = (text: string): Promise<void> => status.filter({ hasText: text }).waitFor()
  const film = startFilm(page, CANVAS, PIXEL_RATIO)

  await film.hold(600)
  await film.click(button('Sync colors'))
  await plugin.getByRole('heading', { name: 'Review changes' }).waitFor()
  await film.watch(1600)
  await film.click(button('Apply changes'))
  await button('Sync colors').waitFor()
  await film.watch(1400)

  await film.click(plugin.getByRole('tab', { name: 'Assets' }))
  await button(PHOTO).locator('img').waitFor()
  await film.watch(500)
  const hero = (await file.layers()).find(({ name }) => name === 'Hero picture')
  if (hero === undefined) throw new Error('The sample has no hero picture.')
  const { absoluteX, absoluteY, width, height } = hero
  const middle = await file.toScreen(absoluteX + width / 2, absoluteY + height * 0.8)
  // Held, it fills the shape.
  await page.keyboard.down('Alt')
  await film.drag(button(PHOTO), middle)
  await page.keyboard.up('Alt')
  await said('put in 1 layer.')
  await film.watch(1600)

  // Else only what is selected would be looked at.
  await file.select([])
  await film.click(plugin.getByRole('tab', { name: 'Check' }))
  await film.watch(400)
  await film.click(button('Check'))
  await said('finding')
  await film.watch(1400)
  await film.click(plugin.getByRole('checkbox', { name: 'All: Near' }))
  await film.watch(400)
  await film.click(button('Fix'))
  await said('fixed')
  await film.watch(400)
  await film.hold(3000)

  await writeFile(`${FOLDER}/film-${theme}.webp`, await film.develop())
  await file.close()
}
