import type { Session } from '../../../shared/session.ts'
import { Trouble } from '../../../shared/trouble.ts'
import type { Credentials } from '../../../shared/cliquify/token.ts'
import type { Client } from '../../../ui/cliquify/client.ts'
import { createClient } from '../../../ui/cliquify/create-client.ts'
import type { Limits } from '../../../ui/cliquify/limits.ts'
import type { WayIn } from '../../../ui/way-in.ts'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../../cliquify/credentials.ts'
import { noMemory } from './no-memory.ts'
import { tokensOf } from '../../../ui/cliquify/token-source.ts'

export const SAMPLE: Credentials = {
  clientId: SAMPLE_CLIENT_ID,
  clientSecret: SAMPLE_CLIENT_SECRET,
}

export interface Opened {
  readonly client: Client
  /** Every session that was to be kept, oldest first. */
  readonly kept: (Session | null)[]
}

export interface OpenOptions {
  readonly session?: Session | null
  readonly limits?: Partial<Limits>
  readonly again?: WayIn['again']
  /** By default everything can be kept. */
  readonly keepSession?: (session: Session | null) => Promise<void>
}

export function openClient(
  origin: string,
  {
    session = null,
    limits = {},
    again = 'Connect again',
    keepSession = () => Promise.resolve(),
  }: OpenOptions = {},
): Opened {
  const kept: (Session | null)[] = []
  const client = createClient({
    ...noMemory(),
    cache: 'no-store',
    origin,
    session,
    tokens: tokensOf(origin),
    again,
    keepSession: async (next) => {
      kept.push(next)
      await keepSession(next)
    },
    limits: { backoffMs: 10, requestsPerMinute: 1000, ...limits },
  })
  return { client, kept }
}

export async function connected(
  origin: string,
  { remember = false, limits = {} }: { remember?: boolean; limits?: Partial<Limits> } = {},
): Promise<Opened> {
  const opened = openClient(origin, { limits })
  await opened.client.connect(SAMPLE, remember)
  return opened
}

/** A signal that nobody aborts. */
export function patience(): AbortSignal {
  return new AbortController().signal
}

/** The failure of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<Trouble> {
  try {
    await call
  } catch (error) {
    if (error instanceof Trouble) return error
    throw error
  }
  throw new Error('It succeeded, but should have failed.')
}
