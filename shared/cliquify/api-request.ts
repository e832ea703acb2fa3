import type { Call } from './errors.ts'
import type { Priority } from './queue.ts'
import type { Reply } from './reply.ts'

/** A request, but for its address. */
export interface Init extends Omit<RequestInit, 'headers'> {
  readonly headers?: Readonly<Record<string, string>>
}

/** What a call of the API carries. */
export function withToken(accessToken: string): Readonly<Record<string, string>> {
  return { Accept: 'application/json', Authorization: `Bearer ${accessToken}` }
}

export interface ApiRequest {
  readonly call: Call
  readonly url: string
  readonly init: Init
  readonly priority: Priority
  readonly signal: AbortSignal
}

/** Sends a request through the queue and repeats it where that helps. */
export type Send = (request: ApiRequest) => Promise<Reply>
