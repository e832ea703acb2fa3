import { describe, expect, it } from 'vitest'
import { findBrowser, type Machine } from './find-browser.ts'

const OWN = '/root/.cache/ms-playwright/chromium-12/chrome-linux64/chrome'
const OWN_SHELL =
  '/root/.cache/ms-playwright/chromium_headless_shell-12/chrome-headless-shell-linux64/chrome-headless-shell'
const CHROME_APP = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** A machine with these files, and no others. */
function machine(files: readonly string[], rest: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/home/me/bin:/usr/bin' },
    home: '/home/me',
    playwrightChromium: OWN,
    exists: (path) => files.includes(path),
    namesIn: (folder) =>
      files
        .filter((file) => /^[\\/]/.test(file.slice(folder.length)) && file.startsWith(folder))
        .map((file) => file.slice(folder.length + 1).split(/[\\/]/, 1)[0] ?? ''),
    ...rest,
  }
}

describe('findBrowser', () => {
  it('finds nothing on a bare machine', () => {
    expect(findBrowser(machine([]))).toBeNull()
    expect(findBrowser(machine([], { playwrightChromium: null }))).toBeNull()
  })

  it('prefers CHROMIUM, then Playwright’s own, then what is installed; headless shells first', () => {
    const all = [
      '/my/browser',
      OWN_SHELL,
      OWN,
      '/usr/bin/chromium-headless-shell',
      '/home/me/bin/chromium',
      '/usr/bin/google-chrome',
    ]
    const env = { PATH: '/home/me/bin:/usr/bin', CHROMIUM: '/my/browser' }
    for (const [index, path] of all.entries()) {
      expect(findBrowser(machine(all.slice(index), { env }))).toBe(path)
    }
  })

  it('looks into the usual folders, whatever the PATH', () => {
    const env = {}
    expect(findBrowser(machine(['/snap/bin/chromium'], { env }))).toBe('/snap/bin/chromium')
  })

  it('finds the apps of macOS, and there only', () => {
    const files = ['/home/me/Applications/Chromium.app/Contents/MacOS/Chromium', CHROME_APP]
    expect(findBrowser(machine(files, { platform: 'darwin' }))).toBe(files[0])
    expect(findBrowser(machine([CHROME_APP], { platform: 'darwin' }))).toBe(CHROME_APP)
    expect(findBrowser(machine([CHROME_APP]))).toBeNull()
  })

  it('finds Playwright’s headless shell and Chrome on Windows', () => {
    const folder = 'C:\\Users\\me\\AppData\\Local'
    const shell = `${folder}\\ms-playwright\\chromium_headless_shell-12\\chrome-win\\headless_shell.exe`
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    const windows: Partial<Machine> = {
      platform: 'win32',
      env: { LOCALAPPDATA: folder, PROGRAMFILES: 'C:\\Program Files' },
      playwrightChromium: `${folder}\\ms-playwright\\chromium-12\\chrome-win\\chrome.exe`,
    }
    expect(findBrowser(machine([shell, chrome], windows))).toBe(shell)
    expect(findBrowser(machine([chrome], windows))).toBe(chrome)
  })
})
