import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import { chromium } from 'playwright-core'

/** What of a machine decides where its browsers are. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** Where Playwright would keep the Chromium that belongs to it; null on what it does not know. */
  readonly playwrightChromium: string | null
  readonly exists: (path: string) => boolean
  /** The names in a folder; none where it is not there. */
  readonly namesIn: (folder: string) => readonly string[]
}

/** The browser that tests run in; null where this machine has none. */
export function findBrowser(machine: Machine = thisMachine()): string | null {
  return browserPlaces(machine).find((place) => machine.exists(place)) ?? null
}

/** In the order of preference: a headless shell costs half of what the whole browser does. */
function browserPlaces(machine: Machine): readonly string[] {
  const { CHROMIUM } = machine.env
  return [...(CHROMIUM ? [CHROMIUM] : []), ...playwrightPlaces(machine), ...systemPlaces(machine)]
}

function playwrightPlaces({ playwrightChromium, namesIn }: Machine): readonly string[] {
  if (playwrightChromium === null) return []
  const parts = /^(.*)chromium-(\d+)([\\/])/.exec(playwrightChromium)
  if (parts === null) return [playwrightChromium]
  const [, registry = '', revision = '', separator = ''] = parts
  const folder = `${registry}chromium_headless_shell-${revision}`
  const shells = namesIn(folder).flatMap((name) =>
    ['chrome-headless-shell', 'headless_shell'].flatMap((shell) =>
      ['', '.exe'].map((end) => [folder, name, shell].join(separator) + end),
    ),
  )
  return [...shells, playwrightChromium]
}

function systemPlaces({ platform, env, home }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']]
    return ['Chromium', 'Google\\Chrome'].flatMap((name) =>
      roots
        .filter((root) => root !== undefined)
        .map((root) => win32.join(root, name, 'Application', 'chrome.exe')),
    )
  }
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const inFolders = (...names: string[]): readonly string[] =>
    names.flatMap((name) =>
      folders.filter((folder) => folder !== '').map((folder) => posix.join(folder, name)),
    )
  const apps = ['Chromium', 'Google Chrome'].flatMap((name) =>
    ['/Applications', posix.join(home, 'Applications')].map((folder) =>
      posix.join(folder, `${name}.app/Contents/MacOS/${name}`),
    ),
  )
  return [
    ...inFolders('chromium-headless-shell', 'chrome-headless-shell'),
    ...(platform === 'darwin' ? apps : []),
    ...inFolders('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
  ]
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    playwrightChromium: playwrightChromium(),
    exists: existsSync,
    namesIn: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  }
}

function playwrightChromium(): string | null {
  try {
    return chromium.executablePath()
  } catch {
    return null
  }
}
