import { spawn } from 'node:child_process'

/** Opens the page where there is a person to see it; quietly does nothing where that fails. */
export function openBrowser(url: string): void {
  const { env, platform } = process
  const headless = platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
  if (env['CI'] || headless) return
  const [command, ...args] =
    platform === 'win32'
      ? ['cmd', '/c', 'start', '']
      : [platform === 'darwin' ? 'open' : 'xdg-open']
  const child = spawn(command ?? '', [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
