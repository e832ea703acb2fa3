import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import { openBrowser } from './open-browser.ts'
import { startSampleRelay } from './sample-relay.ts'
import { startPreview, type Preview, type PreviewOptions } from './server.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Not `dist`, so that the build that ships is never one for the stand-in. */
const PLUGIN_DIR = 'dist/preview'
/** The manifest allows the UI to reach this port of localhost, and no other. */
const STAND_IN_PORT = 4180
const PAGE_PORT = 4170
const MOST_PORTS = 20
/** Where `npm start -- --relay` runs one. */
const RELAY_PORT = 4181

/** Ctrl+C reaches the build too; its end is then no mistake. */
let ending = false

/** What `npm start` does; runs until it is interrupted. */
export async function start(): Promise<void> {
  const { values } = parseArgs({ options: { relay: { type: 'boolean', default: false } } })
  const cliquify = await startStandIn()
  const relay = values.relay ? await startSampleRelay(cliquify.origin, RELAY_PORT) : null
  await buildAndWatch(relay?.origin ?? cliquify.origin)
  const preview = await startPage(cliquify, relay === null)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ending = true
      void Promise.all([preview.close(), relay?.close(), cliquify.close()]).then(() =>
        process.exit(),
      )
    })
  }
  console.log(
    [
      '',
      `  Cliquify for Figma   ${preview.origin}`,
      `  Stand-in Cliquify    ${cliquify.origin}`,
      ...(relay === null ? [] : [`  Relay                ${relay.origin}`]),
      '',
      ...(relay === null
        ? [
            `  Client ID            ${SAMPLE_CLIENT_ID}`,
            `  Client secret        ${SAMPLE_CLIENT_SECRET}`,
            '',
            '  The page fills these in.',
          ]
        : [
            ...relay.invitations.map((each) => `  Invitation           ${each}`),
            `  Account at Zoho      ${relay.zohoAccount}`,
          ]),
      '  Changes in plugin/, ui/ and shared/ reload the plugin.',
      '  Press Ctrl+C to end.',
      '',
    ].join('\n'),
  )
  openBrowser(preview.origin)
}

/** Resolves once both halves are built; a mistake in the code is waited out until it is mended. */
async function buildAndWatch(apiOrigin: string): Promise<void> {
  await rm(join(ROOT, PLUGIN_DIR), { recursive: true, force: true })
  const build = ['build.mjs', '--api-origin', apiOrigin, '--outdir', PLUGIN_DIR, '--watch']
  const building = spawn(process.execPath, build, { cwd: ROOT, stdio: 'inherit' })
  process.once('exit', () => building.kill())
  building.once('exit', () => {
    if (!ending) stop('The build has ended. Mend what it says above, then start again.')
  })
  const names = ['plugin.js', 'ui.html', 'dev.js', 'export.html']
  const files = names.map((name) => join(ROOT, PLUGIN_DIR, name))
  while (!files.every(existsSync)) await setTimeout(100)
}

async function startStandIn(): Promise<Cliquify> {
  try {
    const cliquify = await startCliquify({ port: STAND_IN_PORT })
    cliquify.configure({ rateLimit: 60 })
    return cliquify
  } catch (error) {
    if (!isPortTaken(error)) throw error
    return stop(
      `Port ${STAND_IN_PORT} is taken, and the manifest allows no other for the stand-in ` +
        'Cliquify. End what uses it (perhaps another npm start), then start again.',
    )
  }
}

async function startPage(cliquify: Cliquify, isDirect: boolean): Promise<Preview> {
  const options: Omit<PreviewOptions, 'port'> = {
    pluginDir: join(ROOT, PLUGIN_DIR),
    csp: 'development',
    ...(isDirect
      ? { credentials: { clientId: SAMPLE_CLIENT_ID, clientSecret: SAMPLE_CLIENT_SECRET } }
      : {}),
    standInOrigin: cliquify.origin,
    autorun: 'open',
    watch: true,
  }
  for (let port = PAGE_PORT; port < PAGE_PORT + MOST_PORTS; port++) {
    if (port === STAND_IN_PORT) continue
    try {
      return await startPreview({ ...options, port })
    } catch (error) {
      if (!isPortTaken(error)) throw error
    }
  }
  return stop(`No port from ${PAGE_PORT} on is free. End what uses them, then start again.`)
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function stop(reason: string): never {
  console.error(reason)
  process.exit(1)
}
