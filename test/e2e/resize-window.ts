import type { OpenFile } from './desk.ts'

/** Drags the corner of the plugin's window until its inside has this size, in CSS pixels. */
export async function resizeWindow(file: OpenFile, width: number, height: number): Promise<void> {
  const handle = await file.plugin.getByRole('button', { name: 'Resize window' }).boundingBox()
  if (handle === null) throw new Error('the window cannot be resized')
  const inside = await file.plugin
    .locator('body')
    .evaluate(() => ({ width: innerWidth, height: innerHeight }))
  const from = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 }
  const { mouse } = file.page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + width - inside.width, from.y + height - inside.height, { steps: 6 })
  await mouse.up()
}
