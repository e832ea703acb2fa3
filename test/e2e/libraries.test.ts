import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk, type OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'

let desk: Desk
let file: OpenFile
beforeAll(async () => {
  desk = await openDesk()
  file = await desk.openConnected()
})
afterAll(() => desk.close())

describe('a team’s library', () => {
  it('is a file beside the one that uses it, on the same device', async () => {
    const { page, plugin } = file
    const files = page.getByRole('combobox', { name: /^File/ })
    await plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await files.selectOption('Brand library')
    expect((await file.snapshot()).name).toBe('Brand library')
    expect(await page.locator('iframe').count()).toBe(0)
    await file.run('open')
    await plugin.getByRole('button', { name: 'Sync colors' }).click()
    await plugin.getByRole('button', { name: 'Apply changes' }).click()
    await expect.poll(async () => (await file.snapshot()).paintStyles.length).toBeGreaterThan(5)
    await page.getByRole('button', { name: 'Publish' }).click()
    await screenshot(file, 'library-published')
    await files.selectOption('Sample file')
    expect((await file.snapshot()).paintStyles.map(({ name }) => name)).toEqual(['Accent'])
    await files.selectOption('Brand library')
    expect((await file.snapshot()).paintStyles.length).toBeGreaterThan(5)
  })
})
