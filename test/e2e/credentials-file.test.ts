import { describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { some } from '../deep.ts'
import { THEMES, type OpenFile } from './desk.ts'
import { resizeWindow } from './resize-window.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

const NESTED = JSON.stringify({
  apiUrl: 'https://elsewhere.example/v1/',
  credentials: {
    type: 'client-credentials',
    clientId: SAMPLE_CLIENT_ID,
    clientSecret: SAMPLE_CLIENT_SECRET,
  },
})

const chooser = (file: OpenFile) =>
  file.plugin.getByRole('button', { name: 'Choose or drop a credentials file' })
const connect = (file: OpenFile) =>
  file.plugin.getByRole('button', { name: 'Connect', exact: true })

/** Chooses a file of this content, by the keyboard alone. */
async function choose(file: OpenFile, content: string): Promise<void> {
  const asked = file.page.waitForEvent('filechooser')
  await chooser(file).press('Enter')
  const buffer = Buffer.from(content)
  await (await asked).setFiles({ name: 'credentials.json', mimeType: 'application/json', buffer })
}

/** Holds a file over the form, or lets go of it there. */
async function drag(file: OpenFile, type: 'dragover' | 'drop', content: string): Promise<boolean> {
  return file.plugin.getByRole('heading', { name: 'Connect to Cliquify' }).evaluate(
    (heading, [event, text]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'credentials.json'))
      const init = { dataTransfer, bubbles: true, cancelable: true }
      return !heading.dispatchEvent(new DragEvent(event, init))
    },
    [type, content] as const,
  )
}

async function filledIn(file: OpenFile): Promise<void> {
  await file.plugin.getByText('are filled in. Press Connect.').waitFor({ state: 'attached' })
  expect(await file.plugin.getByLabel('Client ID').inputValue()).toBe(SAMPLE_CLIENT_ID)
  const secret = file.plugin.getByLabel('Client secret', { exact: true })
  expect(await secret.inputValue()).toBe(SAMPLE_CLIENT_SECRET)
  expect(await secret.getAttribute('type')).toBe('password')
}

describe('a downloaded credentials file', () => {
  it('fills in the form when it is chosen, and the person connects', async () => {
    const file = await desk.openFile()
    // What is told to people who do not see the fields is heard only in a region that was there.
    await file.plugin.getByLabel('Client ID').waitFor()
    expect(await file.plugin.locator('main [aria-live]:visible').count()).toBe(1)
    await choose(file, NESTED)
    await filledIn(file)
    const { errors } = file
    expect(file.requests).toEqual([])
    // The focus is on the button already.
    await connect(file).and(file.plugin.locator(':focus')).press('Enter')
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    expect(file.requests.filter((url) => url.includes('elsewhere'))).toEqual([])
    expect(errors).toEqual([])
    await file.close()
  })

  it.each(some(THEMES, 1))(
    'fills in the form when it is dropped anywhere on it, in the %s theme',
    async (theme) => {
      const file = await desk.openFile({ theme })
      await file.plugin.getByRole('button', { name: 'Use an access token' }).click()
      await resizeWindow(file, 280, 400)
      expect(await drag(file, 'dragover', NESTED)).toBe(true)
      await file.plugin.locator('[data-dropping]').waitFor()
      expect(await drag(file, 'drop', NESTED)).toBe(true)
      await filledIn(file)
      expect(await file.plugin.locator('[data-dropping]').count()).toBe(0)
      await connect(file).and(file.plugin.locator(':focus')).waitFor()
      await chooser(file).scrollIntoViewIfNeeded()
      await screenshot(file, `credentials-file-${theme}`)
      const wide = await file.plugin
        .locator('main')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
      expect(wide).toBe(0)
      await drag(file, 'dragover', NESTED)
      await screenshot(file, `credentials-file-held-${theme}`)
      await file.close()
    },
  )

  it('that is none is told in one sentence, and changes nothing', async () => {
    const file = await desk.openFile()
    await file.plugin.getByLabel('Client ID').fill('typed')
    for (const [content, sentence] of [
      ['{"credentials":{"type":"basic","username":"a","password":"b"}}', 'user name and password'],
      [NESTED.slice(0, 80), 'only a part of it'],
      ['{"name":"figma"}', 'no client ID and secret'],
      [' '.repeat(70_000), 'too large'],
      ['\u0000\u0001', 'not JSON'],
    ] as const) {
      await choose(file, content)
      await file.alert.filter({ hasText: sentence }).waitFor()
    }
    expect(await file.alert.getByRole('button').count()).toBe(0)
    await screenshot(file, 'credentials-file-refused')
    expect(await file.plugin.getByLabel('Client ID').inputValue()).toBe('typed')
    await drag(file, 'drop', NESTED)
    await filledIn(file)
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })
})
