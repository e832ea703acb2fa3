import { describe, expect, it } from 'vitest'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import type { OpenFile } from './desk.ts'
import { apply, COUNT, KIT, review } from './syncing.ts'
import { useDesk } from './use-desk.ts'

const desk = useDesk()

/** The built plugin in an editor that runs Figma's plugins, and lacks a part of Figma's API. */
async function openWithout(lacking: string): Promise<OpenFile> {
  const file = await desk.openConnected({ command: null })
  await file.page.evaluate(async (without) => {
    const [code, html] = await Promise.all(
      ['plugin.js', 'ui.html'].map(async (name) => (await fetch(`/plugin/${name}`)).text()),
    )
    const run = `((figma) => {${String(code)}\n})((${without})(figma))`
    window.preview.host.run({ command: 'open', html: html ?? '', code: run })
  }, lacking)
  await file.plugin.getByLabel('Brand kit').selectOption({ label: KIT })
  await file.plugin.getByText('Signal', { exact: true }).waitFor()
  return file
}

const LACKING = {
  'a member that is missing': `(figma) => new Proxy(figma, {
    get: (host, name) => (MISSING.includes(name) ? undefined : host[name]),
  })`,
  'a member that throws when it is read': `(figma) => new Proxy(figma, {
    get(host, name) {
      if (MISSING.includes(name)) throw new Error('not emulated: figma.' + name)
      return host[name]
    },
  })`,
  'a member that is there for its name alone': `(figma) => {
    const refuse = () => {
      throw new Error('not implemented')
    }
    const hollow = new Proxy(() => undefined, { get: refuse, apply: refuse })
    return new Proxy(figma, {
      get: (host, name) => (MISSING.includes(name) ? hollow : host[name]),
    })
  }`,
} as const

describe.each(Object.entries(LACKING))('in an editor with %s', (_, lacking) => {
  it.each([
    ['undo steps', ['commitUndo']],
    ['variables', ['variables']],
    ['a viewport', ['viewport']],
  ])('without %s colors are synced, and logos placed, once', async (_, missing) => {
    const file = await openWithout(lacking.replace('MISSING', JSON.stringify(missing)))
    await review(file)
    await apply(file)
    const { paintStyles } = await file.snapshot()
    expect(paintStyles.filter(({ name }) => name.startsWith(KIT))).toHaveLength(COUNT)
    await file.plugin.getByRole('tab', { name: 'Logos' }).click()
    const tile = file.plugin.getByRole('tabpanel').getByRole('button', { name: /SVG/ }).first()
    await tile.click()
    await file.status.filter({ hasText: 'placed' }).waitFor()
    expect(await file.placed()).toHaveLength(1)
    expect(await file.alert.count()).toBe(0)
    await file.close()
  })
})

describe('in an editor that does not know an event', () => {
  it.each(['drop', 'selectionchange', 'currentpagechange', 'close'])(
    'the window opens without “%s”',
    async (event) => {
      const file = await openWithout(`(figma) => new Proxy(figma, {
        get: (host, name) => name !== 'on' ? host[name] : (event, call) => {
          if (event === '${event}') throw new Error('unknown event ' + event)
          host.on(event, call)
        },
      })`)
      expect(await file.plugin.getByRole('tab', { name: 'Logos' }).count()).toBe(1)
      await file.close()
    },
  )
})

describe('in an editor whose frame of the window may run scripts and nothing else', () => {
  it.each([
    ['a click', (file: OpenFile) => file.plugin.getByRole('button', { name: 'Connect' }).click()],
    ['Enter', (file: OpenFile) => file.plugin.getByLabel('Client secret').press('Enter')],
  ])('%s connects', async (_, connect) => {
    const file = await desk.openFile({ command: null })
    await file.page.evaluate(() => {
      const { prototype } = HTMLIFrameElement
      const own = Object.getOwnPropertyDescriptor(prototype, 'srcdoc') ?? {}
      Object.defineProperty(prototype, 'srcdoc', {
        configurable: true,
        set(this: HTMLIFrameElement, html: string) {
          const opened = 'inner = opened\n'
          own.set?.call(this, html.replace(opened, `${opened}opened.sandbox = 'allow-scripts'\n`))
          Object.defineProperty(prototype, 'srcdoc', own)
        },
      })
    })
    await file.run('open')
    await file.plugin.getByLabel('Client ID').fill(SAMPLE_CLIENT_ID)
    await file.plugin.getByLabel('Client secret').fill(SAMPLE_CLIENT_SECRET)
    await connect(file)
    await file.plugin.getByRole('tab', { name: 'Colors' }).waitFor()
    await file.close()
  })
})
