import type { VNode } from 'preact'
import { Empty } from '../kit/empty.tsx'

/** What a build without a relay says: an administrator has to set one up. */
export function NoRelay(): VNode {
  return (
    <Empty title="This needs your team’s relay">
      Designs go to Zoho Cliq through it. Whoever installed this plugin can set it up: see
      docs/relay.md.
    </Empty>
  )
}
