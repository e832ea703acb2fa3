import { replyOf, type Reply } from '../../shared/cliquify/reply.ts'
import { readText } from '../read-text.ts'

/** A request that got no reply. */
export type Unanswered =
  /** Zoho cannot have it. */
  | 'not-reached'
  /** Zoho may have done it. */
  | 'in-doubt'

const LARGEST_REPLY = 10 * 1024 * 1024

/** Asks Zoho once, and follows it nowhere. Never rejects. */
export async function ask(
  url: string,
  init: RequestInit,
  patienceMs: number,
): Promise<Reply | Unanswered> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetch(url, { ...init, redirect: 'manual', signal })
    return replyOf(response, (await readText(response, LARGEST_REPLY)) ?? '')
  } catch (error) {
    return wasNeverSent(error) ? 'not-reached' : 'in-doubt'
  }
}

/** Codes of Node for a connection that was never there; Workers do not tell. */
const NO_CONNECTION: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

function wasNeverSent(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && NO_CONNECTION.includes(each.code)) return true
  }
  return false
}
