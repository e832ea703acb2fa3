import type { DurableObjectNamespace } from 'cloudflare:workers'
import type { Configuration } from '../configuration.ts'
import { ConfigurationError } from '../environment.ts'
import { openLog } from '../log.ts'
import { readBody } from '../read-text.ts'
import type { Company } from './company.ts'
import { readWorkersConfiguration, type Bindings } from './configuration.ts'
import { openFiles } from './files.ts'

export { Company } from './company.ts'

export interface WorkerBindings extends Bindings {
  readonly COMPANY: DurableObjectNamespace<Pick<Company, 'fetch' | 'tokenFor'>>
}

const log = openLog((line) => console.log(line), Date.now)

export default {
  /** Files are passed on here; all else is for the company's one object. */
  async fetch(request: Request, bindings: WorkerBindings): Promise<Response> {
    const configuration = configurationOf(bindings)
    if (configuration === null) {
      await readBody(request, 0)
      const message = 'The relay is not set up; its log says what is missing.'
      return Response.json({ success: false, message }, { status: 503 })
    }
    const company = bindings.COMPANY.getByName('company')
    if (!new URL(request.url).pathname.startsWith('/media/')) return company.fetch(request)
    const tokenFor = (bearer: string | null): Promise<string | null> => company.tokenFor(bearer)
    // What waits for the network belongs to one request: none of it is kept for the next.
    return (await openFiles({ configuration, log, tokenFor })).fetch(request)
  },
}

function configurationOf(bindings: WorkerBindings): Configuration | null {
  try {
    return readWorkersConfiguration(bindings)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    for (const sentence of error.message.split('\n')) log.problem('not-set-up', sentence)
    return null
  }
}
