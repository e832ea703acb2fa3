import { describe, expect, it } from 'vitest'
import { DEEP } from '../deep.ts'
import { bar, inFirstKit, logoName, openKnown, placedIn, storedKinds } from './quick-actions.ts'
import { screenshot } from './screenshot.ts'
import { editStored } from './stored.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe('quick insert where something is in its way', () => {
  it('says what to do where nothing is known, nobody is connected, or nothing matches', async () => {
    const file = await desk.openFile({ command: 'insert-asset' })
    const { dialog, field } = bar(file)
    await dialog.getByText('Not connected to Cliquify.').waitFor()
    await screenshot(file, 'quick-insert-not-connected')
    await field.press('Escape')
    await file.close()

    const known = await openKnown(desk, 'dark')
    await known.run('insert-asset')
    await bar(known).field.fill('qqqq')
    await bar(known).dialog.getByText('Nothing matches “qqqq”.').waitFor()
    await screenshot(known, 'quick-insert-no-match-dark')
    await known.close()
  })

  it.runIf(DEEP)('shows the window with what to do where the file cannot be had', async () => {
    const file = await openKnown(desk)
    await file.run('insert-asset')
    const name = logoName(desk, 'svg')
    await bar(file).field.fill(inFirstKit(desk, name))
    await expect.poll(() => bar(file).options.first().textContent()).toContain(name)
    await file.setOffline(true)
    await bar(file).field.press('Enter')
    await file.plugin.getByRole('button', { name: 'Retry' }).first().waitFor()
    expect(await file.page.getByRole('log').textContent()).toContain(name)
    expect(placedIn(await file.layers())).toEqual([])
    await file.setOffline(false)
    await file.plugin.getByRole('button', { name: 'Retry' }).first().click()
    await expect.poll(async () => placedIn(await file.layers()).length).toBe(1)
    await file.close()
  })

  it.runIf(DEEP)('asks to connect where the connection has ended, then places', async () => {
    const file = await openKnown(desk)
    await editStored(file, 'session', (session) => ({ ...session, accessToken: null }))
    await file.page.evaluate(() => window.preview.ready)
    await file.page.getByRole('button', { name: 'Close plugin' }).click()
    await file.run('insert-asset')
    const name = logoName(desk, 'png')
    await bar(file).field.fill(inFirstKit(desk, name))
    await expect.poll(() => bar(file).options.first().textContent()).toContain(name)
    await bar(file).field.press('Enter')
    await file.plugin.getByLabel('Client ID').waitFor()
    expect(await file.page.getByRole('log').textContent()).toContain('Connect again to place')
    await file.connect()
    await expect.poll(async () => placedIn(await file.layers()).length).toBe(1)
    await file.close()
  })

  it('knows nothing any more after a disconnect', async () => {
    const file = await openKnown(desk)
    await file.run('disconnect')
    await expect.poll(() => file.page.getByRole('log').textContent()).toContain('Disconnected')
    expect(await storedKinds(file)).toEqual([])
    await file.run('insert-asset')
    await bar(file).dialog.getByText('Not connected to Cliquify.').waitFor()
    await file.close()
  })
})
