import type { Page } from 'playwright-core'

/** The addresses that a page asks the network for from now on: a list that grows. */
export function networkRequests(page: Page): readonly string[] {
  const addresses: string[] = []
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) addresses.push(request.url())
  })
  return addresses
}
