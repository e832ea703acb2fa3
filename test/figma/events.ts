import type { Members } from './members.ts'
import { expectType, NotEmulated, Refusal } from './refusal.ts'

const EMULATED = ['run', 'drop', 'close', 'selectionchange', 'currentpagechange'] as const
const NOT_EMULATED: readonly string[] = [
  'stylechange',
  'canvasviewchange',
  'slidesviewchange',
  'textreview',
  'timerstart',
  'timerstop',
  'timerpause',
  'timerresume',
  'timeradjust',
  'timerdone',
]

export type EventName = (typeof EMULATED)[number]

type Callback = (event: unknown) => unknown

/** The listeners of one run. */
export class Listeners {
  private readonly lists = new Map<string, { callback: Callback; once: boolean }[]>()

  add(name: string, callback: Callback, once: boolean): void {
    this.lists.set(name, [...(this.lists.get(name) ?? []), { callback, once }])
  }

  remove(name: string, callback: Callback): void {
    const left = (this.lists.get(name) ?? []).filter((entry) => entry.callback !== callback)
    this.lists.set(name, left)
  }

  /** The callbacks to call now; those for one time are gone after this. */
  take(name: string): readonly Callback[] {
    const list = this.lists.get(name) ?? []
    this.lists.set(
      name,
      list.filter((entry) => !entry.once),
    )
    return list.map((entry) => entry.callback)
  }
}

type EventsOfApi = Pick<PluginAPI, 'on' | 'once' | 'off'>

export function eventApi(
  listeners: Listeners,
  allPagesLoaded: () => boolean,
): Members<EventsOfApi, void> {
  const check = (type: unknown, callback: unknown): [EventName, Callback] => {
    const name = expectType(type, 'type', 'string')
    expectType(callback, 'callback', 'function')
    if (name === 'documentchange') {
      if (!allPagesLoaded()) {
        throw new Refusal(
          'Cannot register documentchange handler in incremental mode without calling figma.loadAllPagesAsync first.',
        )
      }
      throw new NotEmulated('the event documentchange')
    }
    if (NOT_EMULATED.includes(name)) throw new NotEmulated(`the event ${name}`)
    const known = EMULATED.find((event) => event === name)
    if (known === undefined) throw new Refusal(`"${name}" is not an event`)
    return [known, callback as Callback]
  }
  return {
    on: (_self, type: unknown, callback: unknown) => listeners.add(...check(type, callback), false),
    once: (_self, type: unknown, callback: unknown) =>
      listeners.add(...check(type, callback), true),
    off: (_self, type: unknown, callback: unknown) => listeners.remove(...check(type, callback)),
  }
}
