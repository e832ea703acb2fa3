/**
 * A typed channel over a transport that carries plain data. A request always settles: with the
 * handler's reply, or with a `Trouble` that crossed the border as data.
 */

import { dataOf, Trouble, troubleOf, type TroubleData, type TroubleInit } from './trouble.ts'

/** The shapes of one request. `progress` is `never` where it reports none. */
interface Call {
  request: unknown
  reply: unknown
  progress: unknown
}

/** What a table of requests must look like; an interface has no index signature to demand it by. */
type Calls<Table> = { [Name in keyof Table]: Call }

/** What a handler is given beside the request. */
export interface Job<P> {
  /** True once the caller has given up; a long handler looks at it between steps. */
  readonly cancelled: boolean
  /** Tells the caller how far it is; reports within a tenth of a second of the last are dropped. */
  progress(value: P): void
}

export interface RequestOptions<P> {
  /** Cancels when aborted; the request still settles with what the handler makes of it. */
  readonly signal?: CancelSignal
  readonly onProgress?: (value: P) => void
}

/** The part of `AbortSignal` that the channel needs; Figma's sandbox has no `AbortSignal`. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** How messages get to the other side. */
export interface Transport {
  send(message: unknown): void
  /** Called once, with the function that takes what arrives. */
  listen(receive: (message: unknown) => void): void
}

type Wire =
  | { channel: 'request'; id: number; name: string; payload: unknown }
  | { channel: 'reply'; id: number; payload: unknown }
  | { channel: 'failure'; id: number; trouble: TroubleData }
  | { channel: 'progress'; id: number; payload: unknown }
  | { channel: 'cancel'; id: number }
  | { channel: 'event'; name: string; payload: unknown }

interface Pending {
  resolve(value: unknown): void
  reject(error: Trouble): void
  onProgress: ((value: never) => void) | undefined
  settled(): void
}

const PROGRESS_INTERVAL_MS = 100

/** One side of the channel; the type parameters are named from its own point of view. */
export interface Channel<Out extends Calls<Out>, OutEvents, In extends Calls<In>, InEvents> {
  /** Rejects with `Trouble` only. */
  request<Name extends keyof Out & string>(
    name: Name,
    payload: Out[Name]['request'],
    options?: RequestOptions<Out[Name]['progress']>,
  ): Promise<Out[Name]['reply']>
  handle<Name extends keyof In & string>(
    name: Name,
    handler: (
      payload: In[Name]['request'],
      job: Job<In[Name]['progress']>,
    ) => Promise<In[Name]['reply']>,
  ): void
  emit<Name extends keyof OutEvents & string>(name: Name, payload: OutEvents[Name]): void
  on<Name extends keyof InEvents & string>(
    name: Name,
    listener: (payload: InEvents[Name]) => void,
  ): void
  /** Settles every open request with `closed` and cancels every running job. */
  close(): void
}

/** Opens this side's end of the channel on a transport. */
export function openChannel<Out extends Calls<Out>, OutEvents, In extends Calls<In>, InEvents>(
  transport: Transport,
): Channel<Out, OutEvents, In, InEvents> {
  const pending = new Map<number, Pending>()
  const running = new Map<number, { cancelled: boolean }>()
  const handlers = new Map<string, (payload: never, job: Job<never>) => Promise<unknown>>()
  const listeners = new Map<string, ((payload: never) => void)[]>()
  let lastId = 0
  let closed = false

  const send = (message: Wire): void => transport.send(message)

  async function run(id: number, name: string, payload: unknown): Promise<void> {
    const handler = handlers.get(name)
    const state = { cancelled: false }
    let reportedAt = -Infinity
    running.set(id, state)
    const job: Job<unknown> = {
      get cancelled() {
        return state.cancelled
      },
      progress(value) {
        const now = Date.now()
        if (now - reportedAt < PROGRESS_INTERVAL_MS) return
        reportedAt = now
        send({ channel: 'progress', id, payload: value })
      },
    }
    try {
      if (handler === undefined) {
        throw new Trouble({
          kind: 'no-handler',
          message: 'This version of the plugin cannot do that.',
          details: `no handler for "${name}"`,
        })
      }
      const reply = await handler(payload as never, job)
      if (!closed) send({ channel: 'reply', id, payload: reply })
    } catch (error) {
      if (!closed) send({ channel: 'failure', id, trouble: dataOf(troubleOf(error)) })
    } finally {
      running.delete(id)
    }
  }

  function settle(id: number, how: (request: Pending) => void): void {
    const request = pending.get(id)
    if (request === undefined) return
    pending.delete(id)
    request.settled()
    how(request)
  }

  transport.listen((message) => {
    if (closed || !isWire(message)) return
    switch (message.channel) {
      case 'request':
        void run(message.id, message.name, message.payload)
        break
      case 'reply':
        settle(message.id, (request) => request.resolve(message.payload))
        break
      case 'failure':
        settle(message.id, (request) => request.reject(new Trouble(message.trouble)))
        break
      case 'progress':
        pending.get(message.id)?.onProgress?.(message.payload as never)
        break
      case 'cancel': {
        const job = running.get(message.id)
        if (job !== undefined) job.cancelled = true
        break
      }
      case 'event':
        for (const listener of listeners.get(message.name) ?? []) listener(message.payload as never)
        break
    }
  })

  return {
    request(name, payload, options = {}) {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        if (closed) {
          reject(new Trouble(CLOSED))
          return
        }
        const cancel = (): void => send({ channel: 'cancel', id })
        pending.set(id, {
          resolve: resolve,
          reject,
          onProgress: options.onProgress,
          settled: () => options.signal?.removeEventListener('abort', cancel),
        })
        try {
          send({ channel: 'request', id, name, payload })
        } catch (error) {
          settle(id, (request) => request.reject(troubleOf(error)))
          return
        }
        if (options.signal?.aborted === true) cancel()
        else options.signal?.addEventListener('abort', cancel)
      })
    },
    handle(name, handler) {
      handlers.set(name, handler)
    },
    emit(name, payload) {
      if (!closed) send({ channel: 'event', name, payload })
    },
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener])
    },
    close() {
      closed = true
      for (const job of running.values()) job.cancelled = true
      for (const id of [...pending.keys()]) {
        settle(id, (request) => request.reject(new Trouble(CLOSED)))
      }
    },
  }
}

const CLOSED: TroubleInit = { kind: 'closed', message: 'The plugin was closed.' }

function isWire(message: unknown): message is Wire {
  return typeof message === 'object' && message !== null && 'channel' in message
}
