import worker, { Company as RealCompany, type WorkerBindings } from '../../relay/workers/main.ts'

let ahead = 0

/** The real one, with a clock that a test can set. */
export class Company extends RealCompany {
  protected override now(): number {
    return Date.now() + ahead
  }
}

export default {
  async fetch(request: Request, bindings: WorkerBindings): Promise<Response> {
    if (new URL(request.url).pathname !== '/test/ahead') return worker.fetch(request, bindings)
    ahead = Number(await request.text())
    return new Response()
  },
}
