import { describe, expect, it } from 'vitest'
import { THEMES } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { problemsInWindow } from './serious-problems.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe('every screen of the main path', () => {
  it('is free of serious accessibility problems in both themes', async () => {
    const file = await desk.openFile()
    const { plugin } = file
    const check = async (screen: string): Promise<void> => {
      for (const theme of THEMES) {
        await file.page.getByLabel('Theme').selectOption(theme)
        await plugin.locator(`:root.figma-${theme}`).waitFor()
        await screenshot(file, `${theme}-${screen}`)
        expect(await problemsInWindow(file), `${screen}, ${theme}`).toEqual([])
      }
    }
    await plugin.getByLabel('Client ID').waitFor()
    await check('connect')
    await plugin.getByRole('button', { name: 'Connect', exact: true }).click()
    await check('connect-empty-fields')

    await file.connect()
    await plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    await check('colors')
    await plugin.getByRole('button', { name: 'Sync colors' }).click()
    await plugin.getByRole('button', { name: 'Apply changes' }).waitFor()
    await check('review')
    await plugin.getByRole('button', { name: 'Apply changes' }).click()
    await plugin.getByRole('button', { name: 'Undo' }).waitFor()
    await check('summary')

    for (const tab of ['Logos', 'Assets', 'Templates']) {
      await plugin.getByRole('tab', { name: tab }).click()
      await plugin.getByRole('tabpanel').locator('img').first().waitFor()
      await check(tab.toLowerCase())
    }
    await plugin.getByRole('tab', { name: 'Check' }).click()
    await plugin.getByRole('button', { name: 'Check', exact: true }).click()
    await plugin.getByText('% on brand').waitFor()
    await check('check')
    await plugin.getByRole('button', { name: 'Settings' }).click()
    await plugin.getByRole('button', { name: 'Disconnect' }).waitFor()
    await check('settings')
    await file.close()
  })
})

describe('by keyboard', () => {
  it('the focus is never lost, and Escape leaves each screen', async () => {
    const file = await desk.openFile()
    const { plugin } = file
    const focused = (): Promise<string> =>
      plugin.locator('body').evaluate(({ ownerDocument: { activeElement, body } }) => {
        if (activeElement === null || activeElement === body) return 'nothing'
        return activeElement.getAttribute('aria-label') ?? activeElement.textContent
      })
    const press = (name: string): Promise<void> =>
      plugin.getByRole('button', { name, exact: true }).press('Enter')
    const review = plugin.getByRole('heading', { name: 'Review changes' })

    await file.connect()
    await expect.poll(focused).toBe('Colors')
    await press('Sync colors')
    await review.waitFor()
    expect(await focused()).toBe('Review changes')
    await file.page.keyboard.press('Escape')
    await review.waitFor({ state: 'detached' })
    await expect.poll(focused).toBe('Sync colors')
    await press('Sync colors')
    await press('Apply changes')
    await plugin.getByRole('button', { name: 'Undo' }).waitFor()
    await expect.poll(focused).toBe('Sync colors')
    await press('Undo')
    await expect.poll(focused).toBe('Colors')
    await press('Settings')
    await expect.poll(focused).toBe('Settings')
    await file.page.keyboard.press('Escape')
    await plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    expect(await focused()).toBe('Settings')

    // What is typed is not lost by it.
    await press('Settings')
    await press('Change credentials')
    const secret = plugin.getByLabel('Client secret', { exact: true })
    await secret.fill('typed')
    await secret.press('Escape')
    expect(await secret.inputValue()).toBe('typed')
    await secret.fill('')
    await secret.press('Escape')
    await plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await file.close()
  })
})

describe('on the main path', () => {
  it('the console stays free of errors, and no request goes anywhere but to the manifest’s hosts', async () => {
    const file = await desk.openConnected()
    await file.plugin.getByRole('button', { name: 'Sync colors' }).click()
    await file.plugin.getByRole('button', { name: 'Apply changes' }).click()
    await file.plugin.getByRole('button', { name: 'Undo' }).waitFor()
    for (const tab of ['Logos', 'Assets', 'Templates']) {
      await file.plugin.getByRole('tab', { name: tab }).click()
      await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
    }
    await file.plugin.getByRole('button', { name: 'Settings' }).click()
    await file.plugin.getByRole('button', { name: 'Disconnect' }).click()
    await file.plugin.getByLabel('Client ID').waitFor()
    expect(file.errors).toEqual([])
    const hosts = new Set(file.requests.map((url) => new URL(url).origin))
    expect([...hosts].sort()).toEqual(['https://cdn.thecliquify.co', 'https://oauth.cliquify.me'])
    await file.close()
  })

  it('the token goes to the API only, never to the media host', async () => {
    const file = await desk.openConnected()
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    await file.plugin.getByRole('tabpanel').locator('img').first().waitFor()
    const givenTo = (start: string): ReadonlySet<string> =>
      new Set(
        desk.cliquify.requests
          .filter(({ method, path }) => method === 'GET' && path.startsWith(start))
          .map(({ credentials }) => credentials),
      )
    expect(givenTo('/api')).toEqual(new Set(['bearer-token']))
    expect(givenTo('/media')).toEqual(new Set(['none']))
    await file.close()
  })
})
