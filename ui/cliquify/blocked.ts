import { sleep } from '../../shared/cliquify/timing.ts'

/** How long the browser may take to tell that its policy kept a request back. */
const TOLD_WITHIN_MS = 50

/** Notices whether the window's own policy keeps a request back: `fetch` itself does not say. */
export interface PolicyWatch {
  isViolated(signal: AbortSignal): Promise<boolean>
  stop(): void
}

/** To be called before the request is made. */
export function watchPolicy(url: string): PolicyWatch {
  let isViolated = false
  const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    // Of a request that was redirected, only the origin that it was made to is told.
    if (effectiveDirective === 'connect-src' && blockedURI !== '' && url.startsWith(blockedURI))
      isViolated = true
  }
  // Tests run where there is no document.
  const page = typeof document === 'undefined' ? null : document
  page?.addEventListener('securitypolicyviolation', onViolation)
  return {
    async isViolated(signal) {
      if (!isViolated) await sleep(TOLD_WITHIN_MS, signal).catch(() => undefined)
      return isViolated
    },
    stop: () => page?.removeEventListener('securitypolicyviolation', onViolation),
  }
}

/** Why there was no reply; `fetch` fails alike for each. */
export type Silence = 'unreachable' | 'broken-off' | 'blocked'

/**
 * Whether nobody answers, the connection broke off, or the server keeps its replies at this address
 * from the window: then it answers what may not be read, and not the same question otherwise.
 * `headers` are those of the request; a body, and so a secret, is not sent again.
 */
export async function reasonOfSilence(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Silence> {
  const isThere = (address: string): Promise<boolean> =>
    isAnswered(address, { method: 'HEAD', mode: 'no-cors' }, signal)
  if (!(await isThere(url))) {
    return (await isThere(new URL('/', url).href)) ? 'broken-off' : 'unreachable'
  }
  return (await isAnswered(url, { headers }, signal)) ? 'broken-off' : 'blocked'
}

async function isAnswered(url: string, init: RequestInit, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, {
      ...init,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    })
    await response.body?.cancel()
    return true
  } catch {
    return false
  }
}
