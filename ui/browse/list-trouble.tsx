import type { VNode } from 'preact'
import type { Trouble } from '../../shared/trouble.ts'
import { isGone } from '../brand/resource.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'

export interface ListTroubleProps {
  /** What the list would hold, in the plural: "logos". */
  readonly noun: string
  readonly trouble: Trouble
  readonly onRetry: () => void
}

/** A list that could not be loaded; one that the account does not have is no failure. */
export function ListTrouble({ noun, trouble, onRetry }: ListTroubleProps): VNode {
  if (isGone(trouble)) {
    return (
      <Empty title={`No ${noun} for this account`}>
        <p>
          {`This Cliquify account does not offer ${noun}. Ask its administrator if you expected some here.`}
        </p>
        <Button onClick={onRetry}>Retry</Button>
      </Empty>
    )
  }
  return <Problem trouble={trouble} onRetry={onRetry} />
}
