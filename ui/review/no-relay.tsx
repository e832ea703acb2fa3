import type { VNode } from 'preact'
import { Empty } from '../kit/empty.tsx'

/** What a build without a relay says: an administrator has to set one up. */
export function NoRelay(): VNode {
  return (
    <Empty title="This needs your team’s relay">
      Designs go to Zoho Cliq through a server of your team. Whoever installed this plugin can set
      it up: see “The relay” in its guide.
    </Empty>
  )
}
