import { describe, expect, it } from 'vitest'
import {
  openSandboxEnd,
  openWindowEnd,
  type Job,
  type SandboxEnd,
  type WindowEnd,
} from '../../shared/channel.ts'
import { Trouble } from '../../shared/trouble.ts'

interface Requests {
  double: { request: number; reply: number; progress: never }
  count: { request: number; reply: string; progress: number }
}
interface Events {
  told: string
}
type Ui = WindowEnd<Requests, object, Events>
type Sandbox = SandboxEnd<Requests, Events, object>

/** Both ends, joined as Figma joins them: asynchronous, and only by copies. */
function joined(): { ui: Ui; sandbox: Sandbox } {
  const receivers: ((message: unknown) => void)[] = []
  const end = (own: number): { send(m: unknown): void; listen(r: (m: unknown) => void): void } => ({
    send: (message) => {
      const copy: unknown = structuredClone(message)
      setTimeout(() => receivers[1 - own]?.(copy), 0)
    },
    listen: (receive) => {
      receivers[own] = receive
    },
  })
  return { ui: openWindowEnd(end(0)), sandbox: openSandboxEnd(end(1)) }
}

const soon = (milliseconds = 5): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

async function failureOf(request: Promise<unknown>): Promise<Trouble> {
  const error: unknown = await request.catch((thrown: unknown) => thrown)
  if (!(error instanceof Trouble)) throw new Error('the request did not fail')
  return error
}

describe('a request', () => {
  it('settles with the reply of its handler', async () => {
    const { ui, sandbox } = joined()
    sandbox.handle({ double: (n) => Promise.resolve(n * 2) })
    expect(await Promise.all([ui.request('double', 4), ui.request('double', 5)])).toEqual([8, 10])
  })

  it('brings the whole trouble that the handler threw', async () => {
    const { ui, sandbox } = joined()
    sandbox.handle({
      double: () =>
        Promise.reject(
          new Trouble({
            kind: 'edited',
            message: 'Pick an even one.',
            action: 'none',
            details: 'n=3',
          }),
        ),
    })
    const failure = await failureOf(ui.request('double', 3))
    expect(failure).toMatchObject({
      kind: 'edited',
      message: 'Pick an even one.',
      action: 'none',
      details: 'n=3',
    })
  })

  it('keeps what an unexpected exception says away from people, and there for engineers', async () => {
    const { ui, sandbox } = joined()
    sandbox.handle({
      double: () => {
        throw new TypeError('x is not a function')
      },
    })
    const failure = await failureOf(ui.request('double', 3))
    expect(failure.kind).toBe('failed')
    expect(failure.message).not.toContain('not a function')
    expect(failure.details).toBe('TypeError: x is not a function')
  })

  it('fails when nobody handles it', async () => {
    expect((await failureOf(joined().ui.request('double', 1))).kind).toBe('no-handler')
  })

  it('fails when the message cannot be sent', async () => {
    const ui: Ui = openWindowEnd({
      send: () => {
        throw new Error('DataCloneError')
      },
      listen: () => undefined,
    })
    expect((await failureOf(ui.request('double', 1))).details).toContain('DataCloneError')
  })
})

describe('a long request', () => {
  it('tells its progress, at most ten times a second', async () => {
    const { ui, sandbox } = joined()
    sandbox.handle({
      count: async (n, job) => {
        for (let i = 1; i <= n; i++) job.progress(i)
        await soon(120)
        job.progress(n + 1)
        return 'done'
      },
    })
    const told: number[] = []
    await ui.request('count', 500, { onProgress: (i) => told.push(i) })
    expect(told).toEqual([1, 501])
  })

  it.each(['before', 'after'])('is told when it was cancelled %s it began', async (when) => {
    const { ui, sandbox } = joined()
    const abort = new AbortController()
    sandbox.handle({
      count: async (_, job) => {
        for (let i = 0; i < 50 && !job.cancelled; i++) await soon(2)
        return job.cancelled ? 'cancelled' : 'ran on'
      },
    })
    if (when === 'before') abort.abort()
    const request = ui.request('count', 1, { signal: abort.signal })
    await soon()
    abort.abort()
    expect(await request).toBe('cancelled')
  })

  it('is cancelled on the side that runs it when that side closes', async () => {
    const { ui, sandbox } = joined()
    let job: Job<number> | undefined
    sandbox.handle({
      count: (_, given) => {
        job = given
        return new Promise(() => undefined)
      },
    })
    void ui.request('count', 1).catch(() => undefined)
    await soon()
    sandbox.close()
    expect(job?.cancelled).toBe(true)
  })
})

describe('an event', () => {
  it('reaches every listener, and none after the sandbox has closed', async () => {
    const { ui, sandbox } = joined()
    const heard: string[] = []
    ui.on('told', (text) => heard.push(`1 ${text}`))
    ui.on('told', (text) => heard.push(`2 ${text}`))
    sandbox.emit('told', 'a')
    await soon()
    sandbox.close()
    sandbox.emit('told', 'b')
    await soon()
    expect(heard).toEqual(['1 a', '2 a'])
  })
})

it.each([openWindowEnd, openSandboxEnd])('ignores messages that are not its own', async (open) => {
  let receive: (message: unknown) => void = () => undefined
  open({ send: () => undefined, listen: (given) => (receive = given) })
  for (const message of [null, 1, 'x', {}, { channel: 'reply', id: 99 }, { channel: 'nonsense' }]) {
    expect(() => receive(message)).not.toThrow()
  }
  await soon()
})
