import { spawn } from 'node:child_process'

/** Opens the page where there is a person to see it; quietly does nothing where that fails. */
export function openBrowser(url: string): void {
  const { env, platform } = process
  const headless = platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
  if (env['CI'] || headless) return
  const command = platform === 'win32' ? 'cmd' : platform === 'darwin' ? 'open' : 'xdg-open'
  const args = platform === 'win32' ? ['/c', 'start', '', url] : [url]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  // The address is printed anyway.
  child.on('error', () => undefined)
  child.unref()
}
