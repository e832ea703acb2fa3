import { describe, expect, it } from 'vitest'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe.each(['figjam', 'slides', 'buzz'] as const)('in %s', (editor) => {
  it('colors are shown without a sync, and logos can be placed', async () => {
    const file = await desk.openConnected({ command: null })
    await file.page.evaluate((name) => window.preview.host.setEditor(name), editor)
    await file.run('open')
    await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    expect(await file.plugin.getByRole('button', { name: 'Sync colors' }).count()).toBe(0)
    await screenshot(file, `${editor}-colors`)
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const tile = file.plugin.getByRole('tabpanel').locator('img').first()
    await tile.waitFor()
    const before = (await file.layers()).length
    await tile.click()
    await expect.poll(async () => (await file.layers()).length).toBeGreaterThan(before)
    const [logo] = await file.placed()
    const { pages } = await file.snapshot()
    const holder = [...pages, ...(await file.layers())].find(({ children }) =>
      children.some(({ id }) => id === logo?.id),
    )
    expect(holder?.type).toBe({ figjam: 'PAGE', slides: 'SLIDE', buzz: 'FRAME' }[editor])
    await screenshot(file, `${editor}-placed`)
    await file.close()
  })
})
