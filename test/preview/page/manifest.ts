export type MenuItem =
  | { readonly separator: true }
  | {
      readonly separator?: never
      readonly name: string
      readonly command: string
      readonly parameters?: readonly Parameter[]
      /** True where it is left out: the menu, too, opens the quick-actions bar then. */
      readonly parameterOnly?: boolean
    }

/** What the quick-actions bar asks for. */
export interface Parameter {
  readonly name: string
  readonly key: string
  readonly description?: string
}

/** The part of `manifest.json` that the page shows. */
export interface Manifest {
  readonly name: string
  readonly id: string
  readonly editorType: readonly string[]
  readonly permissions?: readonly string[]
  readonly menu: readonly MenuItem[]
  readonly relaunchButtons: readonly { readonly command: string; readonly name: string }[]
}

export interface PluginFiles {
  readonly code: string
  readonly html: string
}

/** See developers.figma.com/docs/plugins/api/CodegenPreference. */
export type Preference = { readonly includedLanguages?: readonly string[] } & (
  | {
      readonly itemType: 'unit'
      readonly scaledUnit: string
      readonly defaultScaleFactor: number
      readonly default?: boolean
    }
  | {
      readonly itemType: 'select'
      readonly propertyName: string
      readonly label: string
      readonly options: readonly {
        readonly label: string
        readonly value: string
        readonly isDefault?: boolean
      }[]
    }
  | { readonly itemType: 'action'; readonly propertyName: string; readonly label: string }
)

/** The part of `manifest.dev.json` that the page shows. */
export interface DevManifest {
  readonly name: string
  readonly codegenLanguages: readonly { readonly label: string; readonly value: string }[]
  readonly codegenPreferences: readonly Preference[]
}

export async function fetchDevManifest(): Promise<DevManifest> {
  return (await fetchOk('/plugin/manifest.dev.json')).json() as Promise<DevManifest>
}

/** Both halves of the plugin for Dev Mode, as they were built last. */
export function fetchDevPlugin(): Promise<PluginFiles> {
  return fetchHalves('dev.js', 'export.html')
}

/** The manifest as it is now. */
export async function fetchManifest(): Promise<Manifest> {
  return (await fetchOk('/plugin/manifest.json')).json() as Promise<Manifest>
}

/** Both halves of the plugin, as they were built last. */
export function fetchPlugin(): Promise<PluginFiles> {
  return fetchHalves('plugin.js', 'ui.html')
}

async function fetchHalves(script: string, page: string): Promise<PluginFiles> {
  const [code = '', html = ''] = await Promise.all(
    [script, page].map(async (name) => (await fetchOk(`/plugin/${name}`)).text()),
  )
  return { code, html }
}

/** Throws where the server does not have it. */
export async function fetchOk(path: string): Promise<Response> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`The preview's server answered ${response.status} to ${path}.`)
  return response
}

/** What a command asks for before it runs. */
export function parametersOf({ menu }: Manifest, command: string): readonly Parameter[] {
  for (const item of menu) {
    if (item.separator === true || item.command !== command) continue
    return item.parameterOnly === false ? [] : (item.parameters ?? [])
  }
  return []
}
