import { Listeners } from './events.ts'
import type { CodeBlock, CodegenChoice, HostEvent } from './host-api.ts'
import type { Members } from './members.ts'
import { expectKeys, expectOneOf, expectType, Refusal } from './refusal.ts'
import { frozenCopy } from './records.ts'
import type { Session } from './session.ts'

/** Milliseconds that an answer may take; see "codegen.on" in plugin-api.d.ts. */
const MOST_TIME = 15_000

/** `CodegenResult` in plugin-api.d.ts. */
const LANGUAGES: readonly CodegenResult['language'][] = [
  'TYPESCRIPT',
  'CPP',
  'RUBY',
  'CSS',
  'JAVASCRIPT',
  'HTML',
  'JSON',
  'GRAPHQL',
  'PYTHON',
  'GO',
  'SQL',
  'SWIFT',
  'KOTLIN',
  'RUST',
  'BASH',
  'PLAINTEXT',
]

const EVENTS = ['generate', 'preferenceschange'] as const

type Callback = (event: unknown) => unknown

/** What a run of Dev Mode's code section needs of the run itself. */
export interface CodegenRun extends Session {
  setTimer(call: () => void, milliseconds: number): number
  clearTimer(id: number): void
  /** Told what the plugin's own code threw. */
  fail(error: unknown): void
}

/** One run of the plugin in the code section of Dev Mode. */
export class Codegen {
  readonly listeners = new Listeners()
  choice: CodegenChoice
  private readonly run: CodegenRun
  /** Counts the `generate` events: the panel shows the latest one's code alone. */
  private asked = 0
  private announced = false
  private readonly pending = new Set<number>()

  constructor(run: CodegenRun, choice: CodegenChoice) {
    this.run = run
    this.choice = choice
  }

  /** Whether the plugin is at work on an answer. */
  get isGenerating(): boolean {
    return this.pending.size > 0
  }

  choose(choice: CodegenChoice): void {
    this.choice = choice
    this.ask()
  }

  /** What a click on a preference of the type `action` does. */
  act(propertyName: string): void {
    this.run.defer(() => {
      for (const callback of this.listeners.take('preferenceschange')) {
        this.run.callPlugin(() => callback({ propertyName }))
      }
    })
  }

  /** Asks the plugin for the code of the selected layer; later, and once. */
  ask(): void {
    if (this.announced) return
    this.announced = true
    this.run.defer(() => {
      this.announced = false
      const { document } = this.run
      const { selection } = document.node(document.currentPageId)
      const [id] = selection
      if (id === undefined || selection.length > 1) return
      void this.generate(id, this.choice.language)
    })
  }

  private async generate(nodeId: string, language: string): Promise<void> {
    const number = ++this.asked
    const [callback] = this.listeners.take('generate')
    const tell = (event: HostEvent): void => {
      if (number === this.asked && this.run.alive) this.run.emit(event)
    }
    const failed = (): void => tell({ type: 'codegen-failed', nodeId })
    if (callback === undefined) {
      failed()
      return
    }
    this.pending.add(number)
    const timer = this.run.setTimer(() => {
      this.pending.delete(number)
      this.run.emit({
        type: 'console',
        level: 'error',
        text: 'code generation timed out after 15 seconds',
      })
      failed()
    }, MOST_TIME)
    try {
      const node = this.run.nodes.of(nodeId)
      const answer: unknown = await callback({ node, language })
      if (!this.pending.has(number)) return
      tell({ type: 'codegen', nodeId, language, blocks: readResults(answer) })
    } catch (error) {
      if (!this.pending.has(number)) return
      this.run.fail(error)
      failed()
    } finally {
      this.pending.delete(number)
      this.run.clearTimer(timer)
    }
  }
}

function readResults(value: unknown): readonly CodeBlock[] {
  if (!Array.isArray(value)) {
    throw new Refusal(`Expected the result of "generate" to be an array but got ${typeof value}`)
  }
  return value.map((given: unknown) => {
    const block = expectType(given, 'result', 'object')
    expectKeys(block, 'result', ['title', 'code', 'language'])
    const { title, code, language } = block as Partial<CodegenResult>
    return {
      title: expectType(title, 'title', 'string'),
      code: expectType(code, 'code', 'string'),
      language: expectOneOf(language, 'language', LANGUAGES),
    }
  })
}

/** `figma.codegen`; null where the plugin does not run in the code section of Dev Mode. */
export function codegenMembers(codegen: Codegen | null): Members<CodegenAPI, void> {
  const opened = (): Codegen => {
    if (codegen === null) throw new Refusal('This API is only available in Figma Dev Mode')
    return codegen
  }
  const check = (type: unknown, callback: unknown): [string, Callback] => {
    const name = EVENTS.find((event) => event === type)
    if (name === undefined) throw new Refusal(`"${String(type)}" is not an event of figma.codegen`)
    return [name, expectType(callback, 'callback', 'function') as Callback]
  }
  const add = (type: unknown, callback: unknown, once: boolean): void => {
    const [name, call] = check(type, callback)
    opened().listeners.add(name, call, once)
    if (name === 'generate') opened().ask()
  }
  return {
    on: (_self, type: unknown, callback: unknown) => add(type, callback, false),
    once: (_self, type: unknown, callback: unknown) => add(type, callback, true),
    off: (_self, type: unknown, callback: unknown) =>
      opened().listeners.remove(...check(type, callback)),
    preferences: {
      get() {
        const { unit, scaleFactor, settings } = opened().choice
        const scale = unit === 'SCALED' ? { scaleFactor } : {}
        return frozenCopy({ unit, ...scale, customSettings: { ...settings } })
      },
    },
    refresh: () => opened().ask(),
  }
}
