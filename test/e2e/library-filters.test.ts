import { describe, expect, it } from 'vitest'
import { DEEP } from '../deep.ts'
import { openTab, search, button, tile, tileCount, focusedName } from './finding.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe('filters', () => {
  it('combine folder, kind and tags, are chips, and go one by one or at once', async () => {
    const file = await openTab(desk, 'Assets')
    await button(file, 'Folders').click()
    const campaigns = file.plugin.getByRole('treeitem', { name: 'Campaigns' })
    await campaigns.click()
    const inside = new Set([1, 2, 3, 4, 5])
    const inFolder = desk.cliquify.brand.assets.filter(({ folderId }) => inside.has(folderId ?? 0))
    await expect.poll(() => tileCount(file)).toBe(inFolder.length)

    await button(file, 'Filters').click()
    await file.plugin.getByLabel('Kind').selectOption({ label: 'Vectors' })
    const vectors = inFolder.filter(({ format }) => format === 'svg')
    await expect.poll(() => tileCount(file)).toBe(vectors.length)
    await button(file, 'background').click()
    await button(file, 'winter').click()
    const tagged = vectors.filter(({ tagIds }) => tagIds.includes(59) && tagIds.includes(55))
    await expect.poll(() => tileCount(file)).toBe(tagged.length)
    await screenshot(file, 'find-filters')

    await button(file, 'Clear filter winter').click()
    await expect
      .poll(() => tileCount(file))
      .toBe(vectors.filter(({ tagIds }) => tagIds.includes(59)).length)
    await button(file, 'Clear all').click()
    await expect.poll(() => tileCount(file)).toBe(300)
    expect(await button(file, 'Clear all').count()).toBe(0)
    await file.close()
  })

  it('by folder lead in through the tree and out through the breadcrumbs', async () => {
    const file = await openTab(desk, 'Assets')
    const { keyboard } = file.page
    await button(file, 'All folders').click()
    await file.plugin.getByRole('treeitem', { name: 'Campaigns' }).focus()
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    const path = file.plugin.getByRole('navigation', { name: 'Folder' })
    await expect
      .poll(() => path.getByRole('button').allInnerTexts())
      .toEqual(['All folders', 'Campaigns', 'Winter 2026', 'Social'])
    await screenshot(file, 'find-folders')
    const count = (...ids: readonly number[]): number =>
      desk.cliquify.brand.assets.filter(({ folderId }) => ids.includes(folderId ?? 0)).length
    await expect.poll(() => tileCount(file)).toBe(count(3))
    await path.getByRole('button', { name: 'Winter 2026' }).click()
    await expect.poll(() => tileCount(file)).toBe(count(2, 3, 4))
    const row = file.plugin.getByRole('treeitem', { name: 'Winter 2026' })
    expect(await row.innerText()).toMatch(new RegExp(`^Winter 2026\\s${count(2, 3, 4)}$`))
    expect(await row.getAttribute('title')).toBe(`Winter 2026, ${count(2, 3, 4)} assets`)
    const told = file.plugin.getByRole('group', { name: 'Filters in use' })
    expect(await told.getByText('Winter 2026').count()).toBe(1)
    expect(await told.getByRole('button', { name: 'Clear filter' }).count()).toBe(0)
    await path.getByRole('button', { name: 'All folders' }).click()
    await expect.poll(() => tileCount(file)).toBe(300)
    await file.plugin.getByRole('treeitem').first().press('Escape')
    expect(await file.plugin.getByRole('tree').count()).toBe(0)
    expect(await focusedName(file)).toBe('Folders')
    await file.close()
  })

  it('on templates take their tags from Cliquify', async () => {
    const file = await openTab(desk, 'Templates')
    await button(file, 'Filters').click()
    const [tag] = desk.cliquify.brand.templateTags
    if (tag === undefined) throw new Error('the sample brand has no template tags')
    await button(file, tag.name).click()
    const tagged = desk.cliquify.brand.templates.filter(({ tagIds }) => tagIds.includes(tag.id))
    await expect.poll(() => tileCount(file)).toBe(tagged.length)
    await screenshot(file, 'find-templates')
    await file.close()
  })

  it('tell how many have a tag, once all are loaded', async () => {
    desk.cliquify.configure({ pageSize: 20 })
    const file = await openTab(desk, 'Assets')
    await button(file, 'Filters').click()
    const tag = button(file, 'winter')
    await tag.waitFor()
    expect(await tag.innerText()).toBe('winter')
    await search(file).fill('a')
    const carried = desk.cliquify.brand.assets.filter(({ tagIds }) => tagIds.includes(55))
    await expect.poll(() => tag.getAttribute('title')).toBe(`winter, ${carried.length} assets`)
    await file.close()
  })

  it('come from what is loaded where Cliquify has no list of tags', async () => {
    desk.cliquify.configure({ paths: { assetTags: 'none' } })
    const file = await openTab(desk, 'Assets')
    await button(file, 'Filters').click()
    await button(file, 'winter').waitFor()
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })

  it.runIf(DEEP)('that lead nowhere say so', async () => {
    const file = await openTab(desk, 'Assets')
    await button(file, 'Folders').click()
    await file.plugin.getByRole('treeitem', { name: 'Archive (empty)' }).click()
    await file.plugin.getByText('No assets with these filters').waitFor()
    await button(file, 'Show all assets').click()
    await tile(file, 0).waitFor()
    await file.close()
  })
})
