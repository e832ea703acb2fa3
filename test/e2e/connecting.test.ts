import { describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { storedText } from './stored.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

describe('connecting', () => {
  it('keeps a designer connected when the window is closed and opened again', async () => {
    const file = await desk.openFile()
    await file.connect()
    await file.run('open')
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    expect(await file.plugin.getByLabel('Client ID').count()).toBe(0)
    await file.close()
  })

  it('stores the token, and the secret nowhere', async () => {
    const file = await desk.openFile()
    await file.connect()
    const everything = await file.page.evaluate(() =>
      JSON.stringify([localStorage, window.preview.host.snapshot()]),
    )
    expect(everything).toContain('accessToken')
    expect(everything).not.toContain(SAMPLE_CLIENT_SECRET)
    expect(desk.cliquify.requests.some(({ secretInUrl }) => secretInUrl)).toBe(false)
    await file.close()
  })

  it('stores the secret only for a person who asked to have it remembered', async () => {
    const file = await desk.openFile()
    await file.plugin.getByLabel('Remember secret on this device').check()
    await file.connect()
    const stored = await storedText(file)
    expect(stored).toContain(SAMPLE_CLIENT_SECRET)
    await file.close()
  })

  it('leads to Cliquify for an ID and a secret, and to help from Settings', async () => {
    const file = await desk.openFile()
    const link = (name: string): Promise<string | null> =>
      file.plugin.getByRole('link', { name }).getAttribute('href')
    expect(await link('Get an ID and secret')).toBe('https://cliquify.me')
    await file.connect()
    await file.plugin.getByRole('button', { name: 'Settings' }).click()
    expect(await link('Help')).toBe('https://cliquify.me')
    await file.close()
  })

  it('disconnects by revoking the token and forgetting everything', async () => {
    const file = await desk.openFile()
    await file.connect()
    await file.plugin.getByRole('button', { name: 'Settings' }).click()
    // Settings ask about the token first.
    await file.plugin.getByText('brandkit:read').waitFor()
    desk.cliquify.forgetRequests()
    await file.plugin.getByRole('button', { name: 'Disconnect' }).click()
    await file.plugin.getByLabel('Client ID').waitFor()
    expect(
      desk.cliquify.requests
        .filter(({ method }) => method === 'POST')
        .map(({ path, status }) => [path, status]),
    ).toEqual([['/oauth/revoke', 200]])
    const stored = await storedText(file)
    expect(stored).not.toContain('accessToken')
    expect(stored).not.toContain(SAMPLE_CLIENT_ID)
    await file.run('open')
    await file.plugin.getByLabel('Client ID').waitFor()
    await file.close()
  })

  it('disconnects from the menu, without a window', async () => {
    const file = await desk.openFile()
    await file.connect()
    desk.cliquify.forgetRequests()
    await file.run('disconnect')
    await file.page.getByText('Disconnected from Cliquify').waitFor()
    expect(desk.cliquify.requests.map(({ path }) => path)).toContain('/oauth/revoke')
    await file.close()
  })
})
