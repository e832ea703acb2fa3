import { describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { DEEP, some } from '../deep.ts'
import type { OpenFile } from './desk.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

async function pressConnect(file: OpenFile): Promise<void> {
  await file.plugin.getByLabel('Client ID').fill(SAMPLE_CLIENT_ID)
  await file.plugin.getByLabel('Client secret', { exact: true }).fill(SAMPLE_CLIENT_SECRET)
  await file.plugin.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** Notes every text that the status region holds from now on. */
async function watchStatus(file: OpenFile): Promise<() => Promise<readonly string[]>> {
  const texts = await file.status.evaluateHandle((element) => {
    const noted: string[] = []
    new MutationObserver(() => noted.push(element.textContent)).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    return noted
  })
  return () => texts.jsonValue()
}

const secondsIn = (texts: readonly string[]): readonly number[] =>
  texts.flatMap((text) => {
    const found = /is busy\. Continuing in (\d+) s…/.exec(text)
    return found === null ? [] : [Number(found[1])]
  })

const wait = (file: OpenFile): Promise<void> =>
  file.status.filter({ hasText: /Continuing in \d+ s/ }).waitFor()

describe('a pause that Cliquify asks for', () => {
  it.each(some(['seconds', 'date', 'none'] as const, 1))(
    'while somebody connects is shown, and waited out (Retry-After: %s)',
    async (retryAfter) => {
      desk.cliquify.configure({ rateLimitHeaders: 'exposed' })
      const effect = { type: 'rate-limited', seconds: 3, retryAfter } as const
      desk.cliquify.addFault({ path: '/oauth/access-token', times: 1, effect })
      const file = await desk.openFile()
      await pressConnect(file)
      await wait(file)
      await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
      expect(await file.alert.count()).toBe(0)
      await file.close()
    },
  )

  it.each(some(['seconds', 'date'] as const, 1))(
    'is counted down as told in %s, and is over by itself',
    async (retryAfter) => {
      desk.cliquify.configure({ rateLimitHeaders: 'exposed' })
      const effect = { type: 'rate-limited', seconds: 4, retryAfter } as const
      const file = await desk.openFile()
      await file.plugin.getByLabel('Client ID').waitFor()
      const texts = await watchStatus(file)
      desk.cliquify.addFault({ path: '/api/*', times: 1, effect })
      await pressConnect(file)
      await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
      const shown = secondsIn(await texts())
      expect([4, 5]).toContain(shown[0])
      expect(shown.slice(-3)).toEqual([3, 2, 1])
      expect(await file.status.innerText()).not.toMatch(/wait/)
      const [refused, answered] = desk.cliquify.requests.filter(
        ({ method, path }) => method === 'GET' && path === '/api/brand-kits',
      )
      expect([refused?.status, answered?.status]).toEqual([429, 200])
      expect((answered?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(3_900)
      await file.close()
    },
  )

  it.runIf(DEEP)('because a minute’s requests are used up ends with the next minute', async () => {
    desk.cliquify.configure({ rateLimit: 2, rateLimitHeaders: 'absent' })
    const file = await desk.openFile()
    await pressConnect(file)
    await wait(file)
    desk.cliquify.configure({ rateLimit: 60 })
    desk.cliquify.advanceClock(60_000)
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })
})

describe('leaving', () => {
  it.runIf(DEEP)('a kit breaks off what was asked for it', async () => {
    const file = await desk.openConnected()
    await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    const broken: string[] = []
    file.page.on('requestfailed', (request) => {
      broken.push(`${new URL(request.url()).pathname} ${request.failure()?.errorText}`)
    })
    const effect = { type: 'delay', ms: 20_000 } as const
    desk.cliquify.addFault({ path: '/api/brand-kits/12/*', effect })
    desk.cliquify.forgetRequests()
    await file.plugin.getByLabel('Brand kit').selectOption({ label: 'Northwind Studio' })
    await expect
      .poll(() => desk.cliquify.requests.map(({ path }) => path))
      .toContain('/api/brand-kits/12/colors')
    await file.plugin.getByLabel('Brand kit').selectOption({ label: 'Aurora Coffee' })
    await file.plugin.getByText('Aurora Green', { exact: true }).waitFor()
    await expect.poll(() => broken).toEqual(['/api/brand-kits/12/colors net::ERR_ABORTED'])
    await file.close()
  })

  it('the screen to connect breaks off the request for a token', async () => {
    const file = await desk.openConnected()
    await file.plugin.getByRole('button', { name: 'Settings' }).click()
    await file.plugin.getByRole('button', { name: 'Change credentials' }).click()
    const broken: string[] = []
    file.page.on('requestfailed', (request) => broken.push(new URL(request.url()).pathname))
    desk.cliquify.addFault({ path: '/oauth/access-token', effect: { type: 'delay', ms: 20_000 } })
    desk.cliquify.forgetRequests()
    await pressConnect(file)
    await expect.poll(() => desk.cliquify.requests.length).toBe(1)
    await file.plugin.getByRole('button', { name: 'Not now' }).click()
    await expect.poll(() => broken).toEqual(['/oauth/access-token'])
    await file.plugin.getByRole('button', { name: 'Sync colors' }).waitFor()
    await file.close()
  })
})
