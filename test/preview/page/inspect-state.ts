import { signal, type ReadonlySignal } from '@preact/signals'
import type { CodeBlock, CodegenChoice, Host, HostEvent } from '../../figma/host-api.ts'
import { fetchDevManifest, fetchDevPlugin, type DevManifest } from './manifest.ts'

/** What the code section says of the selected layer. */
export type Code =
  | { readonly type: 'none' }
  | { readonly type: 'blocks'; readonly nodeId: string; readonly blocks: readonly CodeBlock[] }
  /** The plugin ran into an issue. */
  | { readonly type: 'failed'; readonly nodeId: string }

/** The code section of Dev Mode: what a person has chosen, and what the plugin answers. */
export interface Inspect {
  /** Null until the plugin has been loaded for the first time. */
  readonly manifest: ReadonlySignal<DevManifest | null>
  readonly choice: ReadonlySignal<CodegenChoice>
  readonly code: ReadonlySignal<Code>
  onEvent(event: HostEvent): void
  /** Runs the plugin as it was built last, from now on. */
  open(): Promise<void>
  choose(choice: Partial<CodegenChoice>): void
  act(propertyName: string): void
}

const FIRST: CodegenChoice = { language: '', unit: 'PIXEL', scaleFactor: 1, settings: {} }

export function createInspect(host: Host): Inspect {
  const manifest = signal<DevManifest | null>(null)
  const choice = signal(FIRST)
  const code = signal<Code>({ type: 'none' })
  /** Until the plugin runs, there is nobody to act. */
  let opening = Promise.resolve()

  async function run(): Promise<void> {
    const [files, loaded] = await Promise.all([fetchDevPlugin(), fetchDevManifest()])
    manifest.value = loaded
    if (choice.value === FIRST) choice.value = defaultsOf(loaded)
    host.generate({ ...files, choice: choice.value })
  }

  return {
    manifest,
    choice,
    code,
    onEvent(event) {
      if (event.type === 'codegen') {
        code.value = { type: 'blocks', nodeId: event.nodeId, blocks: event.blocks }
      }
      if (event.type === 'codegen-failed') code.value = { type: 'failed', nodeId: event.nodeId }
    },
    open() {
      opening = run()
      return opening
    },
    choose(part) {
      choice.value = { ...choice.value, ...part }
      host.chooseCodegen(choice.value)
    },
    act(propertyName) {
      void opening.then(() => host.actCodegen(propertyName))
    },
  }
}

function defaultsOf({ codegenLanguages, codegenPreferences }: DevManifest): CodegenChoice {
  const settings: Record<string, string> = {}
  let scale: Pick<CodegenChoice, 'unit' | 'scaleFactor'> = { unit: 'PIXEL', scaleFactor: 1 }
  for (const preference of codegenPreferences) {
    if (preference.itemType === 'unit') {
      const unit = preference.default === true ? 'SCALED' : 'PIXEL'
      scale = { unit, scaleFactor: preference.defaultScaleFactor }
    }
    if (preference.itemType !== 'select') continue
    const [first] = preference.options
    const chosen = preference.options.find(({ isDefault }) => isDefault === true) ?? first
    if (chosen !== undefined) settings[preference.propertyName] = chosen.value
  }
  return { language: codegenLanguages[0]?.value ?? '', ...scale, settings }
}
