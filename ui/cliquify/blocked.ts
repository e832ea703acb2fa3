import { sleep } from './timing.ts'

/** How long the browser may take to tell that a policy was violated. */
const TOLD_WITHIN_MS = 50

/**
 * Why a request got no reply, where it is the browser that keeps it back: `CSP`, the window's own
 * policy, or `CORS`, the server's. Null where the server cannot be reached. `fetch` fails alike for
 * all three; one that asks for no more than whether somebody answers tells them apart.
 */
export async function whatBlocked(
  url: string,
  signal: AbortSignal,
): Promise<'CSP' | 'CORS' | null> {
  const violations: unknown[] = []
  const onViolation = (event: unknown): void => {
    violations.push(event)
  }
  // Tests run where there is no document.
  const page = typeof document === 'undefined' ? null : document
  page?.addEventListener('securitypolicyviolation', onViolation)
  try {
    await fetch(new URL('/', url), {
      method: 'HEAD',
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    })
    return 'CORS'
  } catch {
    await sleep(TOLD_WITHIN_MS, signal).catch(() => undefined)
    return violations.length > 0 ? 'CSP' : null
  } finally {
    page?.removeEventListener('securitypolicyviolation', onViolation)
  }
}
