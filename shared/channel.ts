/**
 * A typed channel between the window and the sandbox, over a transport that carries plain data. The
 * window asks, the sandbox answers, and both tell each other of events. A request always settles: with
 * the handler's reply, or with a `Trouble` that crossed the border as data.
 */

import { dataOf, Trouble, troubleOf, type TroubleData } from './trouble.ts'

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
  readonly signal?: CancelSignal | undefined
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

interface EventMessage {
  readonly channel: 'event'
  readonly name: string
  readonly payload: unknown
}

type ToSandbox =
  | { channel: 'request'; id: number; name: string; payload: unknown }
  | { channel: 'cancel'; id: number }
  | EventMessage

type ToWindow =
  | { channel: 'reply'; id: number; payload: unknown }
  | { channel: 'failure'; id: number; trouble: TroubleData }
  | { channel: 'progress'; id: number; payload: unknown }
  | EventMessage

/** Events, which either end may tell the other. */
interface Events<Out, In> {
  emit<Name extends keyof Out & string>(name: Name, payload: Out[Name]): void
  on<Name extends keyof In & string>(name: Name, listener: (payload: In[Name]) => void): void
}

/** What the window holds. */
export interface WindowEnd<Requests extends Calls<Requests>, Out, In> extends Events<Out, In> {
  /** Rejects with `Trouble` only. */
  request<Name extends keyof Requests & string>(
    name: Name,
    payload: Requests[Name]['request'],
    options?: RequestOptions<Requests[Name]['progress']>,
  ): Promise<Requests[Name]['reply']>
}

/** What answers requests, by their names. */
export type Handlers<Requests extends Calls<Requests>> = {
  readonly [Name in keyof Requests & string]?: (
    payload: Requests[Name]['request'],
    job: Job<Requests[Name]['progress']>,
  ) => Requests[Name]['reply'] | Promise<Requests[Name]['reply']>
}

/** What the sandbox holds. */
export interface SandboxEnd<Requests extends Calls<Requests>, Out, In> extends Events<Out, In> {
  handle(handlers: Handlers<Requests>): void
  /** Cancels every running job; nothing is heard or told from then on. */
  close(): void
}

interface Pending {
  resolve(value: unknown): void
  reject(error: Trouble): void
  onProgress: ((value: never) => void) | undefined
  settled(): void
}

export function openWindowEnd<Requests extends Calls<Requests>, Out, In>(
  transport: Transport,
): WindowEnd<Requests, Out, In> {
  const pending = new Map<number, Pending>()
  const listeners = createListeners()
  let lastId = 0

  const send = (message: ToSandbox): void => transport.send(message)

  function settle(id: number, how: (request: Pending) => void): void {
    const request = pending.get(id)
    if (request === undefined) return
    pending.delete(id)
    request.settled()
    how(request)
  }

  listen(transport, (message: ToWindow) => {
    switch (message.channel) {
      case 'reply':
        settle(message.id, (request) => request.resolve(message.payload))
        break
      case 'failure':
        settle(message.id, (request) => request.reject(new Trouble(message.trouble)))
        break
      case 'progress':
        pending.get(message.id)?.onProgress?.(message.payload as never)
        break
      case 'event':
        listeners.tell(message)
        break
    }
  })

  return {
    request(name, payload, options = {}) {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        const cancel = (): void => send({ channel: 'cancel', id })
        pending.set(id, {
          resolve,
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
    emit: (name, payload) => send({ channel: 'event', name, payload }),
    on: listeners.add,
  }
}

const PROGRESS_INTERVAL_MS = 100

/** One of any request. */
type Handler = (payload: never, job: Job<never>) => unknown

export function openSandboxEnd<Requests extends Calls<Requests>, Out, In>(
  transport: Transport,
): SandboxEnd<Requests, Out, In> {
  const running = new Map<number, { cancelled: boolean }>()
  const handlers: Record<string, Handler> = {}
  const listeners = createListeners()
  let closed = false

  function send(message: ToWindow): void {
    if (!closed) transport.send(message)
  }

  async function run(id: number, name: string, payload: unknown): Promise<void> {
    const handler = handlers[name]
    let reportedAt = -Infinity
    const job = {
      cancelled: false,
      progress(value: unknown) {
        const now = Date.now()
        if (now - reportedAt < PROGRESS_INTERVAL_MS) return
        reportedAt = now
        send({ channel: 'progress', id, payload: value })
      },
    }
    running.set(id, job)
    try {
      if (handler === undefined) {
        throw new Trouble({
          kind: 'no-handler',
          message: 'This version of the plugin cannot do that.',
          details: `no handler for "${name}"`,
        })
      }
      send({ channel: 'reply', id, payload: await handler(payload as never, job) })
    } catch (error) {
      send({ channel: 'failure', id, trouble: dataOf(troubleOf(error)) })
    } finally {
      running.delete(id)
    }
  }

  function cancel(job: { cancelled: boolean }): void {
    job.cancelled = true
  }

  listen(transport, (message: ToSandbox) => {
    if (closed) return
    switch (message.channel) {
      case 'request':
        void run(message.id, message.name, message.payload)
        break
      case 'cancel': {
        const job = running.get(message.id)
        if (job !== undefined) cancel(job)
        break
      }
      case 'event':
        listeners.tell(message)
        break
    }
  })

  return {
    handle(given) {
      Object.assign(handlers, given)
    },
    emit: (name, payload) => send({ channel: 'event', name, payload }),
    on: listeners.add,
    close() {
      closed = true
      running.forEach(cancel)
    },
  }
}

/** Leaves out what is no message of the channel. */
function listen(transport: Transport, receive: (message: never) => void): void {
  transport.listen((message) => {
    if (typeof message === 'object' && message !== null && 'channel' in message) {
      receive(message as never)
    }
  })
}

function createListeners() {
  const all = new Map<string, ((payload: never) => void)[]>()
  return {
    add: (name: string, listener: (payload: never) => void): void => {
      all.set(name, [...(all.get(name) ?? []), listener])
    },
    tell: ({ name, payload }: EventMessage): void => {
      for (const listener of all.get(name) ?? []) listener(payload as never)
    },
  }
}
