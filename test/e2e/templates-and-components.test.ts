import { describe, expect, it } from 'vitest'
import { some } from '../deep.ts'
import { THEMES } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe.each(some(THEMES, 1))('a template that is clicked, %s', (theme) => {
  it('is a frame of its size and name with its picture locked inside, and opens in Cliquify', async () => {
    const file = await desk.openConnected({ theme })
    await file.plugin.getByRole('tab', { name: 'Templates' }).click()
    const story = desk.cliquify.brand.templates.find(({ name }) => name.startsWith('Story'))
    if (story === undefined) throw new Error('the sample brand has no story')
    await file.plugin.getByRole('button', { name: story.name, exact: true }).click()
    const done = `“${story.name}” placed in Launch page.`
    await expect.poll(() => file.status.textContent()).toContain(done)
    expect(await file.status.textContent()).toContain('The picture in its frame is locked.')
    const [frame] = await file.placed()
    const size = { width: story.width, height: story.height }
    expect(frame).toMatchObject({ type: 'FRAME', name: story.name, ...size })
    expect(frame?.children).toMatchObject([{ type: 'RECTANGLE', locked: true, ...size }])
    expect(frame?.devResources).toMatchObject([{ name: 'Edit in Cliquify' }])
    await screenshot(file, `template-${theme}`)

    const context = file.page.context()
    await context.route('https://app.cliquify.me/**', (route) =>
      route.fulfill({ body: 'The editor' }),
    )
    const opened = context.waitForEvent('page')
    await file.page.getByRole('button', { name: 'Edit in Cliquify' }).click()
    const page = await opened
    await expect.poll(() => page.url()).toBe(frame?.devResources[0]?.url)
    await page.close()
    await context.unrouteAll()
    await file.close()
  })
})

describe('a logo', () => {
  it('becomes a component on request, and is placed as its instance from then on', async () => {
    const file = await desk.openConnected({ theme: 'dark' })
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const tile = file.plugin.getByRole('tabpanel').locator('button:has(img)').first()
    await tile.waitFor()
    await tile.click({ button: 'right' })
    const place = file.plugin.getByRole('menuitem', { name: 'Place as component' })
    await place.waitFor()
    await screenshot(file, 'place-as-component-dark')
    await file.page.getByLabel('Theme').selectOption('light')
    await screenshot(file, 'place-as-component-light')
    await place.click()
    const types = async () => (await file.placed()).map(({ type }) => type)
    await expect.poll(types).toEqual(['COMPONENT'])
    await tile.click()
    await expect.poll(async () => (await types()).sort()).toEqual(['COMPONENT', 'INSTANCE'])
    const [one, other] = await file.placed()
    expect([one?.width, one?.height, one?.name]).toEqual([other?.width, other?.height, other?.name])
    await expect.poll(() => file.status.textContent()).toContain('placed in Launch page.')
    expect(file.errors).toEqual([])
    await file.close()
  })
})
