import type { VNode } from 'preact'
import { isOfCliquify } from '../../shared/of-cliquify.ts'
import './outside-link.css'

export interface OutsideLinkProps {
  /** https. */
  readonly url: string
  /** What is there; left out, whose page it is. */
  readonly children?: string
}

/** Opens a page in the browser. Only what is Cliquify's is called so; else its host is told. */
export function OutsideLink({ url, children }: OutsideLinkProps): VNode {
  const { href, hostname } = new URL(url)
  const whose = isOfCliquify(href) ? 'Open in Cliquify' : `Open on ${hostname}`
  return (
    <a class="outside-link" href={url} target="_blank" rel="noreferrer">
      {children === undefined ? whose : `${children} ↗`}
    </a>
  )
}
