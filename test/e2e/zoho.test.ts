import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser/launch.ts'
import { openRelay, type OpenRelay } from '../relay/open-relay.ts'
import { startZoho, type Zoho } from '../zoho/server.ts'
import { screenshot } from './screenshot.ts'
import { seriousProblems } from './serious-problems.ts'

let browser: Browser
let relay: OpenRelay
let zoho: Zoho
/** Asks the relay from the origin of a plugin, which is none. */
let plugin: Page

beforeAll(async () => {
  relay = await openRelay('Node', {}, async (origin) => {
    zoho = await startZoho(`${origin}/zoho/callback`)
    return zoho.environment
  })
  zoho.addUser('ada@example.com', 'in')
  zoho.addChannels('Brand')
  browser = await launchBrowser()
  plugin = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  await relay.close()
  await zoho.close()
})

interface Asked {
  readonly status: number
  readonly wait: string | null
  readonly body: unknown
}

/** `pictures`: the sizes of those that are sent for review. */
function ask(
  path: string,
  method: string,
  token: string,
  pictures: readonly (readonly [number, number])[] = [],
): Promise<Asked> {
  const url = relay.origin + path
  return plugin.evaluate(
    async ({ url, method, token, pictures }) => {
      const form = new FormData()
      form.set('channel', 'brand')
      form.set('note', 'Is this ours?')
      form.set('link', 'https://www.figma.com/design/abc/Brand')
      for (const [width, height] of pictures) {
        const canvas = new OffscreenCanvas(width, height)
        canvas.getContext('2d')?.fillRect(0, 0, width / 2, height)
        form.append('pictures', await canvas.convertToBlob(), `${width}.png`)
      }
      const headers = { Authorization: `Bearer ${token}` }
      const body = pictures.length === 0 ? null : form
      const response = await fetch(url, { method, headers, body })
      const wait = response.headers.get('retry-after')
      return { status: response.status, wait, body: (await response.json()) as unknown }
    },
    { url, method, token, pictures },
  )
}

/** Looks at the relay's page as people do: in both themes, wide and narrow. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await screenshot({ page }, `relay-zoho-${name}-${colorScheme}`)
    expect(await seriousProblems(page.mainFrame()), `${name}, ${colorScheme}`).toEqual([])
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await screenshot({ page }, `relay-zoho-${name}-narrow`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.setViewportSize({ width: 1280, height: 720 })
}

describe('a design for review, from a browser', () => {
  it('is connected by the relay’s page, and sent once, whatever Retry is pressed for', async () => {
    const token = await relay.signIn('Ada Lovelace')
    const begun = await ask('/zoho/connect', 'POST', token)
    const page = await browser.newPage()
    await page.goto((begun.body as { url: string }).url)
    await look(page, 'connect')
    const connect = page.getByRole('button', { name: 'Connect Zoho Cliq' })
    await connect.click()
    await page.getByRole('button', { name: 'Reject' }).click()
    await page.getByRole('alert').waitFor()
    await look(page, 'refused')
    await connect.click()
    await page.getByLabel('E-mail').fill('ada@example.com')
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByRole('heading', { name: 'Back to Figma' }).waitFor()
    await look(page, 'done')
    await page.goBack()
    await page.goto((begun.body as { url: string }).url)
    await page.getByRole('heading', { name: 'This address has ended' }).waitFor()
    await look(page, 'ended')

    expect((await ask('/zoho/status', 'GET', token)).body).toEqual({ isConnected: true })
    expect((await ask('/zoho/channels?search=BRA', 'GET', token)).body).toEqual({
      channels: [{ uniqueName: 'brand', name: 'Brand' }],
    })
    const sizes = [[2048, 1024] as const, [300, 700] as const]
    const send = (): Promise<Asked> => ask('/zoho/reviews/of-two-frames-once', 'POST', token, sizes)
    zoho.addFault({ path: /files$/, effect: { type: 'cut', at: 'end' } })
    expect(await send()).toMatchObject({ status: 502, body: { code: 'in-doubt' } })
    expect(await send()).toMatchObject({
      ...{ status: 200, body: { parts: ['posted', 'in-doubt', 'posted'] } },
    })
    const { posts } = zoho.channel('brand')
    expect(posts).toMatchObject([
      { body: { text: 'Is this ours?' } },
      { name: '2048.png' },
      { name: '300.png' },
    ])
    const pictures = posts.flatMap((post) => (post.is === 'file' ? [[...post.bytes]] : []))
    const decoded = await plugin.evaluate(
      (all) =>
        Promise.all(
          all.map(async (bytes) => {
            const { width, height } = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
            return [width, height]
          }),
        ),
      pictures,
    )
    expect(decoded).toEqual(sizes)

    // A pause can be read there, too.
    zoho.addFault({ path: /files$/, effect: { type: 'status', status: 429, body: {} } })
    const locked = await ask('/zoho/reviews/of-another-frame', 'POST', token, [[1, 1]])
    expect([locked.status, locked.wait]).toEqual([429, '600'])
  })
})
