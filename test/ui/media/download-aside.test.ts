import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDownload } from '../../../ui/media/download-aside.ts'

/** As a browser's behind a policy that forbids Workers: it starts, and tells so later. */
class ForbiddenWorker {
  onerror: (() => void) | null = null

  constructor() {
    setTimeout(() => this.onerror?.())
  }

  postMessage(): void {
    // Nobody hears it.
  }
}

function RefusedWorker(): never {
  throw new Error('SecurityError')
}

describe.each([
  ['are not there', undefined],
  ['are forbidden', ForbiddenWorker],
  ['are refused', RefusedWorker],
])('where Workers %s, a download', (_, Worker) => {
  beforeEach(() => {
    vi.stubGlobal('Worker', Worker)
    vi.stubGlobal('navigator', { onLine: true })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is made by the window', async () => {
    const download = createDownload()
    const files = await Promise.all([download('data:,one'), download('data:,two')])
    expect(await Promise.all(files.map((file) => file.text()))).toEqual(['one', 'two'])
    expect(await (await download('data:,three')).text()).toBe('three')
  })

  it('that brings nothing is told apart from one that is refused', async () => {
    const download = createDownload()
    await expect(download('nowhere:')).rejects.toThrow(TypeError)
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('No.', { status: 500 })))
    await expect(download('data:,x')).rejects.not.toThrow(TypeError)
  })
  it('is not tried while offline', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    await expect(createDownload()('data:,one')).rejects.toThrow(TypeError)
  })
})
