import type { DurableObjectNamespace, DurableObjectState } from 'cloudflare:workers'
import type { Bindings } from '../../relay/workers/configuration.ts'
import worker, { Company as RealCompany, type WorkerBindings } from '../../relay/workers/main.ts'

declare module 'cloudflare:workers' {
  interface DurableObjectState {
    /** Ends the object at once, whatever is under way; the next request begins it anew. */
    abort(): void
  }
}

/** What a test says of the relay; the object runs in this isolate, too. */
export interface Said {
  /** Of the object: another one knows nothing of this. */
  readonly name: string
  /** Beside those that the runtime was started with. */
  readonly variables: Readonly<Record<string, string>>
  /** Milliseconds that the clock is ahead. */
  readonly ahead: number
}

let said: Said = { name: 'company', variables: {}, ahead: 0 }

/** The real one, with a clock and an environment that a test can set. */
export class Company extends RealCompany {
  constructor(ctx: DurableObjectState, bindings: Bindings) {
    super(ctx, { ...bindings, ...said.variables })
  }

  async end(): Promise<void> {
    this.ctx.abort()
  }

  protected override now(): number {
    return Date.now() + said.ahead
  }
}

interface TestBindings extends WorkerBindings {
  readonly COMPANY: DurableObjectNamespace<Pick<Company, 'fetch' | 'tokenFor' | 'end'>>
}

export default {
  async fetch(request: Request, bindings: TestBindings): Promise<Response> {
    const company = bindings.COMPANY.getByName(said.name)
    switch (new URL(request.url).pathname) {
      case '/test/say':
        said = { ...said, ...((await request.json()) as Partial<Said>) }
        return new Response()
      case '/test/end':
        await company.end().catch(() => undefined)
        console.log(await request.text())
        return new Response()
      default:
        return worker.fetch(request, {
          ...bindings,
          ...said.variables,
          COMPANY: { getByName: () => company },
        })
    }
  },
}
