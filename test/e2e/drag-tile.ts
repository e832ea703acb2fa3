import type { OpenFile } from './desk.ts'

/** A drag of a tile as a person makes it, in page pixels: press, move in steps, release. */
export async function dragTile(
  file: OpenFile,
  name: string,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const tile = file.plugin.getByRole('button', { name, exact: true })
  await tile.scrollIntoViewIfNeeded()
  const box = await tile.boundingBox()
  if (box === null) throw new Error(`the tile ${name} is not visible`)
  const { mouse } = file.page
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await mouse.down()
  await mouse.move(box.x + box.width / 2 + 12, box.y + box.height / 2 + 12, { steps: 4 })
  await mouse.move(to.x, to.y, { steps: 8 })
  await mouse.up()
}
