import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build, type BuildOptions, type OutputFile } from 'esbuild'

export interface PageBundle {
  readonly script: string
  readonly style: string
  /** Runs inside the plugin's UI; see page/agent.ts. */
  readonly agent: string
  /** The variables that Figma's `themeColors` puts into the UI. */
  readonly theme: string
}

/** Builds what the preview's page loads. */
export async function bundlePage(): Promise<PageBundle> {
  const [page, agent] = await Promise.all([
    // A module, because QuickJS's loader looks at `import.meta`; its imports are for Node only.
    bundle({
      entryPoints: [pathOf('page/main.tsx')],
      format: 'esm',
      external: ['module', 'node:*'],
    }),
    bundle({ entryPoints: [pathOf('page/agent.ts')], format: 'iife', minify: true }),
  ])
  const kit = createRequire(import.meta.url).resolve('@create-figma-plugin/ui/css/theme.css')
  return {
    script: textOf(page, '.js'),
    style: textOf(page, '.css'),
    agent: textOf(agent, '.js'),
    // Figma puts the class on the root element itself.
    theme: (await readFile(kit, 'utf8')).replaceAll(':root .fig', ':root.fig'),
  }
}

async function bundle(options: BuildOptions): Promise<readonly OutputFile[]> {
  const { outputFiles } = await build({
    ...options,
    outdir: pathOf('page'),
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'chrome110',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  return outputFiles
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(`./${relative}`, import.meta.url))
}

function textOf(files: readonly OutputFile[], extension: string): string {
  return files.find(({ path }) => path.endsWith(extension))?.text ?? ''
}
