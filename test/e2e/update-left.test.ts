import { describe, expect, it } from 'vitest'
import { DEEP } from '../deep.ts'
import { provenanceOf } from './placed.ts'
import { screenshot } from './screenshot.ts'
import { bump, logo, openPlaced, rows, updateAll } from './updating.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe('an update', () => {
  it('leaves alone what is gone from Cliquify, and says so', async () => {
    const file = await openPlaced(desk, ['svg', 'png'])
    const { kitId, id, name } = logo(desk, 'svg')
    desk.cliquify.edit({ type: 'remove-logo', kitId, logoId: id })
    await file.run('update-assets')
    await file.plugin.getByText('1 layer no longer in Cliquify, left alone').click()
    await file.plugin.getByText(name, { exact: true }).waitFor()
    await screenshot(file, 'update-gone')
    expect(await file.writes()).toEqual([])
    await file.close()
  })

  it('tells what could not be updated, and does the rest', async () => {
    const file = await openPlaced(desk, ['svg', 'png'])
    bump(desk, 'svg')
    bump(desk, 'png')
    await file.run('update-assets')
    await rows(file).first().waitFor()
    const [first] = await file.placed()
    if (first === undefined) throw new Error('nothing was placed')
    await file.edit({ type: 'remove-node', id: first.id })
    await updateAll(file).click()
    await file.status.filter({ hasText: '1 layer could not be updated.' }).waitFor()
    await rows(file).filter({ hasText: 'no longer in the file' }).waitFor()
    await screenshot(file, 'update-failed')
    expect(await file.placed()).toHaveLength(1)
    await file.alert.filter({ hasText: '1 layer could not be updated.' }).waitFor()
    await file.close()
  })

  it('asks before it replaces what was edited by hand inside a logo', async () => {
    const file = await openPlaced(desk, ['svg'])
    const [node] = await file.placed()
    const part = node?.children[0]
    if (node === undefined || part === undefined) throw new Error('no vectors')
    await file.edit({ type: 'remove-node', id: part.id })
    bump(desk, 'svg')
    await file.run('update-assets')
    await rows(file).filter({ hasText: 'Edited by hand' }).waitFor()
    await screenshot(file, 'update-edited')
    const box = file.plugin.getByRole('checkbox', { name: node.name })
    expect(await box.isChecked()).toBe(false)
    await box.check()
    await updateAll(file).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    expect((await file.placed())[0]?.children.length).toBe(node.children.length)
    await file.close()
  })

  it('asks before it empties somebody’s design that was marked as placed', async () => {
    const file = await openPlaced(desk, ['svg'])
    const [real] = await file.placed()
    const card = (await file.layers()).find(({ name }) => name === 'Card')
    if (card === undefined) throw new Error('the sample document has no card')
    const mark = provenanceOf(real)
    // Without what it says of the vectors.
    const value = JSON.stringify({ ...mark, content: undefined, name: 'Card\u202e\u0000' })
    await file.edit({ type: 'note', id: card.id, namespace: 'cliquify', key: 'asset', value })
    bump(desk, 'svg')
    await file.run('update-assets')
    await rows(file).filter({ hasText: 'Edited by hand' }).waitFor()
    expect(await rows(file).count()).toBe(2)
    await screenshot(file, 'update-forged')
    await file.plugin.getByRole('button', { name: 'Update 1 layer' }).click()
    await file.status.filter({ hasText: '1 layer updated.' }).waitFor()
    const after = (await file.layers()).find(({ id }) => id === card.id)
    expect(after?.children).toEqual(card.children)
    await file.close()
  })

  it.runIf(DEEP)('looks anew at each layer when it is told to look again', async () => {
    const file = await openPlaced(desk, ['svg', 'png'])
    const node = (await file.placed()).find(({ children }) => children.length > 0)
    const part = node?.children[0]
    if (node === undefined || part === undefined) throw new Error('no vectors')
    bump(desk, 'svg')
    bump(desk, 'png')
    await file.run('update-assets')
    await rows(file).nth(1).locator('img').nth(1).waitFor()
    const all = file.plugin.getByRole('checkbox', { name: '2 layers have a newer version' })
    expect(await all.isChecked()).toBe(true)
    await file.edit({ type: 'remove-node', id: part.id })
    await file.plugin.getByRole('button', { name: 'Look again' }).click()
    await rows(file).filter({ hasText: 'Edited by hand' }).waitFor()
    await screenshot(file, 'update-one-edited')
    await all.uncheck()
    await file.plugin.getByRole('button', { name: 'Update 0 layers', disabled: true }).waitFor()
    await all.check()
    await file.plugin.getByRole('button', { name: 'Update 1 layer' }).waitFor()
    await file.close()
  })
})
