import type { VNode } from 'preact'
import './outside-link.css'

export interface OutsideLinkProps {
  /** https. */
  readonly url: string
}

const CLIQUIFY = /(?:^|\.)(?:cliquify\.me|thecliquify\.co)$/

/** Opens a page in the browser. Only what is Cliquify's is called so; else its host is told. */
export function OutsideLink({ url }: OutsideLinkProps): VNode {
  const { hostname } = new URL(url)
  return (
    <a class="outside-link" href={url} target="_blank" rel="noreferrer">
      {CLIQUIFY.test(hostname) ? 'Open in Cliquify' : `Open on ${hostname}`}
    </a>
  )
}
