import { describe } from './file.ts'
import { NotEmulated } from './refusal.ts'
import type { Run } from './run.ts'

/** Newer than what Figma's sandbox can be counted on to have. */
const TOO_NEW = ['Iterator', 'Float16Array', 'queueMicrotask', 'performance', 'navigator']

/** Forgets what the last run left on the global object, and puts there what Figma's sandbox has. */
export function installGlobals(realm: object, own: readonly string[], run: Run): void {
  for (const name of Object.getOwnPropertyNames(realm)) {
    if (!own.includes(name)) Reflect.deleteProperty(realm, name)
  }
  const globals = {
    figma: run.figma,
    __html__: run.html,
    __uiFiles__: {},
    console: consoleOf(run),
    fetch: () =>
      run.enter('fetch', () => {
        throw new NotEmulated('fetch')
      }),
    ...timersOf(run),
  }
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(realm, name, { value, configurable: true, writable: true })
  }
}

/** The names that the engine itself brings, once those that are too new are gone. */
export function ownGlobals(realm: object): readonly string[] {
  for (const name of TOO_NEW) Reflect.deleteProperty(realm, name)
  return Object.getOwnPropertyNames(realm)
}

function consoleOf(run: Run): object {
  const write = (level: string, values: readonly unknown[]): void =>
    run.emit({ type: 'console', level, text: values.map(show).join(' ') })
  const at =
    (level: string) =>
    (...values: unknown[]): void =>
      write(level, values)
  return {
    log: at('log'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    assert(holds: unknown, ...values: unknown[]): void {
      if (!holds) write('error', ['Assertion failed:', ...values])
    },
    clear: () => undefined,
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return describe(value)
  try {
    const text: unknown = JSON.stringify(value)
    return typeof text === 'string' ? text : String(value)
  } catch {
    return String(value)
  }
}

function timersOf(run: Run): object {
  let lastId = 0
  const running = new Map<number, number>()
  const start = (delay: unknown, id: number, fire: () => void): void => {
    running.set(id, run.setTimer(fire, Math.max(0, Number(delay) || 0)))
  }
  const setTimeout = (call: unknown, delay?: unknown, ...args: unknown[]): number => {
    const callback = callable(call)
    const id = ++lastId
    start(delay, id, () => {
      running.delete(id)
      run.callPlugin(() => callback(...args))
    })
    return id
  }
  const setInterval = (call: unknown, delay?: unknown, ...args: unknown[]): number => {
    const callback = callable(call)
    const id = ++lastId
    const fire = (): void => {
      start(delay, id, fire)
      run.callPlugin(() => callback(...args))
    }
    start(delay, id, fire)
    return id
  }
  const stop = (id: unknown): void => {
    const timer = running.get(Number(id))
    if (timer === undefined) return
    running.delete(Number(id))
    run.clearTimer(timer)
  }
  return {
    setTimeout,
    setInterval,
    clearTimeout: stop,
    clearInterval: stop,
  }
}

function callable(value: unknown): (...args: readonly unknown[]) => unknown {
  if (typeof value !== 'function') throw new TypeError('The handler of a timer must be a function')
  return value as (...args: readonly unknown[]) => unknown
}
