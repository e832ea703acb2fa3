import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The emulated Figma as one script, for `createQuickJsHost`. Node only. */
export async function bundleEmulator(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./quickjs-entry.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'emulator',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // As in Node, there is no browser to ask for colors.
    conditions: ['node'],
    target: 'es2020',
    minify: true,
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}
