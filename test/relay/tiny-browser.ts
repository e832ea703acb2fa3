/** A browser with cookies and forms, as little of one as signing in needs. */
export interface TinyBrowser {
  /** Follows redirects, but for those that `stopAt` names. */
  open(url: string, init?: RequestInit): Promise<Visit>
  /** Sends the one form of a page with these fields filled in. */
  submit(page: Visit, fields?: Readonly<Record<string, string>>): Promise<Visit>
  /** An address is not opened any more, but left as the `url` of the visit. */
  stopAt(path: string | null): void
}

export interface Visit {
  readonly url: string
  readonly status: number
  readonly text: string
}

export function openTinyBrowser(): TinyBrowser {
  /** As in browsers, by host: ports do not matter. */
  const cookies = new Map<string, string>()
  let stop: string | null = null

  const browser: TinyBrowser = {
    async open(url, init = {}) {
      const headers = new Headers(init.headers)
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      const response = await fetch(url, { ...init, headers, redirect: 'manual' })
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      const location = response.headers.get('location')
      const text = await response.text()
      const page = { url, status: response.status, text }
      // The one script that it knows: oidc-provider's, on the way to another account.
      if (text.includes('document.forms[0].submit()')) return browser.submit(page)
      if (location === null) return page
      const next = new URL(location, url)
      if (next.pathname === stop) return { url: next.href, status: response.status, text }
      return browser.open(next.href)
    },
    submit(page, fields = {}) {
      const action = /<form[^>]* action="([^"]*)"/.exec(page.text)?.[1] ?? page.url
      const hidden = [...page.text.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
      const body = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]))
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      return browser.open(new URL(action, page.url).href, { method: 'POST', body })
    },
    stopAt(path) {
      stop = path
    },
  }
  return browser
}
