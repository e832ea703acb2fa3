import * as v from 'valibot'

const positive = v.pipe(v.number(), v.minValue(0))

export const faultSchema = v.strictObject({
  /** The path that fails; `*` stands for anything, `/api/*` for the whole API. */
  path: v.string(),
  method: v.optional(v.picklist(['GET', 'POST'])),
  /** How many requests it hits, or null for all until it is cleared. */
  times: v.optional(v.nullable(positive), null),
  effect: v.variant('type', [
    /** A body that is a string is sent as HTML, anything else as JSON. */
    v.strictObject({
      type: v.literal('status'),
      status: v.number(),
      body: v.unknown(),
      headers: v.optional(v.record(v.string(), v.string()), {}),
    }),
    /** A gateway's page where JSON was due. */
    v.strictObject({ type: v.literal('html'), status: v.picklist([200, 502, 503]) }),
    /** Sends the caller on to another address; 307 and 308 ask for the same method and body there. */
    v.strictObject({
      type: v.literal('redirect'),
      to: v.string(),
      status: v.optional(v.picklist([302, 307, 308]), 302),
    }),
    /** Milliseconds; the request is then answered as usual. */
    v.strictObject({ type: v.literal('delay'), ms: positive }),
    /** Breaks the connection in the middle of the body, or before a word was said. */
    v.strictObject({
      type: v.literal('cut'),
      at: v.optional(v.picklist(['start', 'middle']), 'middle'),
    }),
    /** Seconds; `date` sends Retry-After as an HTTP date, `none` sends none. */
    v.strictObject({
      type: v.literal('rate-limited'),
      seconds: positive,
      retryAfter: v.optional(v.picklist(['seconds', 'date', 'none']), 'seconds'),
    }),
  ]),
})

/** As it is handed in. */
export type FaultInput = v.InferInput<typeof faultSchema>
export type Fault = v.InferOutput<typeof faultSchema>

/** The faults that wait to happen. */
export interface Faults {
  add(fault: Fault): void
  /**
   * The effects on this request, in the order in which they were added; each counts as used. Of
   * those that answer only the first is taken: the others wait for the requests that follow.
   */
  take(method: string, path: string): Fault['effect'][]
  list(): readonly Fault[]
  clear(): void
}

export function createFaults(): Faults {
  let waiting: Fault[] = []
  return {
    add(fault) {
      waiting.push(fault)
    },
    take(method, path) {
      const matching = waiting.filter((fault) => matches(fault, method, path))
      const first = matching.find(answers)
      const hit = matching.filter((fault) => fault === first || !answers(fault))
      waiting = waiting
        .map((fault) =>
          hit.includes(fault) && fault.times !== null
            ? { ...fault, times: fault.times - 1 }
            : fault,
        )
        .filter((fault) => fault.times !== 0)
      return hit.map((fault) => fault.effect)
    },
    list: () => waiting,
    clear() {
      waiting = []
    },
  }
}

function answers({ effect }: Fault): boolean {
  return effect.type !== 'delay' && effect.type !== 'cut'
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false
  const pattern = fault.path
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return new RegExp(`^${pattern}$`).test(path)
}

export const GATEWAY_PAGE =
  '<!doctype html>\n<html><head><title>502 Bad Gateway</title></head>\n' +
  '<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>\n'

export const LOGIN_PAGE =
  '<!doctype html>\n<html><head><title>Sign in</title></head>\n' +
  '<body><form method="post"><input name="email"><button>Sign in</button></form></body></html>\n'
