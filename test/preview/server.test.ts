import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPreview, type Preview } from './server.ts'

let pluginDir: string
let preview: Preview

beforeAll(async () => {
  pluginDir = await mkdtemp(join(tmpdir(), 'preview-'))
  await writeFile(join(pluginDir, 'plugin.js'), 'first()')
  await writeFile(join(pluginDir, 'ui.html'), '<p>Hi')
  preview = await startPreview({ pluginDir, port: 0, csp: 'production' })
}, 30_000)

afterAll(async () => {
  await preview.close()
  await rm(pluginDir, { recursive: true })
})

const get = (path: string): Promise<Response> => fetch(preview.origin + path)

describe('the preview’s server', () => {
  it('puts the manifest’s policy on the frame around the UI, and on nothing else', async () => {
    const policy = /http-equiv="Content-Security-Policy" content="(.*)"/.exec(
      await (await get('/frame.html')).text(),
    )?.[1]
    expect(policy).toContain('connect-src data: blob: https://oauth.cliquify.me')
    expect(policy).not.toContain('localhost')
    expect(await (await get('/')).text()).not.toContain('Content-Security-Policy')
  })

  it('serves the plugin as it is built now, not as it was at the start', async () => {
    expect(await (await get('/plugin/plugin.js')).text()).toBe('first()')
    await writeFile(join(pluginDir, 'plugin.js'), 'second()')
    expect(await (await get('/plugin/plugin.js')).text()).toBe('second()')
    expect(await (await get('/plugin/ui.html')).text()).toBe('<p>Hi')
  })

  it('has no credentials, command or faults unless it is given them', async () => {
    expect(await (await get('/config.json')).json()).toEqual({
      credentials: null,
      autorun: null,
      faults: false,
      remote: false,
    })
    expect((await get('/stand-in/__control')).status).toBe(404)
  })

  it('has everything that the page loads', async () => {
    for (const path of ['/page.js', '/page.css', '/theme.css', '/agent.js', '/emulator.js']) {
      const response = await get(path)
      expect([path, response.status]).toEqual([path, 200])
      expect((await response.text()).length).toBeGreaterThan(100)
    }
  })

  it('refuses to start on a port that is taken', async () => {
    const port = Number(new URL(preview.origin).port)
    const second = startPreview({ pluginDir, port, csp: 'production' })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
