import { describe, expect, it } from 'vitest'
import { DEEP } from '../deep.ts'
import type { OpenFile } from './desk.ts'
import { screenshot } from './screenshot.ts'
import { useDesk } from './use-desk.ts'

const ELSEWHERE = 'https://files.elsewhere.example'
const TOLD = /no access to this file’s server/

const desk = useDesk()

const tile = (file: OpenFile, name: string) =>
  file.plugin.getByRole('button', { name, exact: true })

async function openLogos(file: OpenFile): Promise<void> {
  await file.connect()
  await file.plugin.getByRole('tab', { name: 'Logos' }).click()
  await file.plugin.getByRole('tabpanel').getByRole('listitem').first().waitFor()
}

describe('files on a server that is not in the manifest', () => {
  it('are shown by their kind, and asked for by nobody', async () => {
    const logos = [
      { id: 1, name: 'Both away', url: `${ELSEWHERE}/a.png`, thumbnail: `${ELSEWHERE}/a-s.png` },
      { id: 2, name: 'No thumbnail', url: `${ELSEWHERE}/b.svg` },
    ]
    const effect = { type: 'status', status: 200, body: { data: logos } } as const
    desk.cliquify.addFault({ path: '/api/brand-kits/*/logos', effect })
    const file = await desk.openFile()
    await openLogos(file)
    for (const [name, kind] of [
      ['Both away', 'PNG'],
      ['No thumbnail', 'SVG'],
    ] as const) {
      const picture = tile(file, name).locator('[aria-hidden=true]')
      await expect.poll(() => picture.innerText()).toBe(kind)
      expect(await picture.locator('img').count()).toBe(0)
    }
    await file.clearWrites()
    await tile(file, 'Both away').click()
    const alert = file.alert.filter({ hasText: TOLD })
    await alert.waitFor()
    expect(await alert.innerText()).toMatch(
      /“Both away”.*Download the file in Cliquify and drag it/s,
    )
    expect(await alert.textContent()).toContain('not among the domains of the manifest')
    expect(await alert.getByRole('button', { name: 'Retry' }).count()).toBe(0)
    // It is not called Cliquify's, as it may be anyone's.
    const link = alert.getByRole('link', { name: `Open on ${new URL(ELSEWHERE).hostname}` })
    expect(await link.getAttribute('href')).toBe(`${ELSEWHERE}/a.png`)
    await screenshot(file, 'out-of-reach')
    expect(await file.writes()).toEqual([])
    expect(file.requests.filter((url) => url.startsWith(ELSEWHERE))).toEqual([])
    expect(file.errors).toEqual([])
    await file.close()
  })

  it.runIf(DEEP)(
    'to which the media host sends on are told apart from a server that is down',
    async () => {
      const file = await desk.openFile()
      await openLogos(file)
      const logo = file.plugin.getByRole('tabpanel').getByRole('button', { name: /SVG/ }).first()
      await logo.locator('img').waitFor()
      const effect = { type: 'redirect', to: `${ELSEWHERE}/signed.svg` } as const
      desk.cliquify.addFault({ path: '/media/*', effect })
      await logo.click()
      const alert = file.alert.filter({ hasText: TOLD })
      await alert.waitFor()
      expect(await alert.textContent()).toContain('not among the domains of the manifest')
      await file.close()
    },
  )
})

describe('files that their server lets nobody read', () => {
  it('are shown all the same, and told to be dragged in, with the way to them', async () => {
    const file = await desk.openFile()
    await openLogos(file)
    const logo = file.plugin.getByRole('tabpanel').getByRole('button', { name: /SVG/ }).first()
    await logo.locator('img').waitFor()
    desk.cliquify.configure({ mediaCors: false })
    await logo.click()
    const alert = file.alert.filter({ hasText: TOLD })
    await alert.waitFor()
    expect(await alert.innerText()).toMatch(/Download the file in Cliquify and drag it into Figma/)
    expect(await alert.textContent()).toContain('blocked by CORS')
    expect(await alert.innerText()).not.toMatch(/administrator/)
    const link = alert.getByRole('link', { name: 'Open in Cliquify' })
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/cdn\.thecliquify\.co\/media\//)
    await screenshot(file, 'media-blocked')
    await file.close()
  })
})

describe('an API that sends on to a server that is not in the manifest', () => {
  it.runIf(DEEP)('is told so, and Retry goes on once it no longer does', async () => {
    const file = await desk.openFile()
    desk.cliquify.addFault({ path: '/api/*', effect: { type: 'redirect', to: `${ELSEWHERE}/` } })
    await file.plugin.getByLabel('Client ID').waitFor()
    const connected = file.connect()
    const alert = file.alert.filter({ hasText: /sent this plugin on to another server/ })
    await alert.waitFor()
    desk.cliquify.clearFaults()
    await alert.getByRole('button', { name: 'Retry' }).click()
    await connected
    await file.close()
  })
})
