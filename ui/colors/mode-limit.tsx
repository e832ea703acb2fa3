import type { VNode } from 'preact'
import type { Trouble } from '../../shared/trouble.ts'
import { Button } from '../kit/button.tsx'
import { Problem } from '../kit/problem.tsx'
import type { ColorSync } from './color-sync.ts'

export interface ModeLimitProps {
  readonly trouble: Trouble
  readonly sync: ColorSync
}

/** The file's plan allows no further mode: the way around it is one press away. */
export function ModeLimit({ trouble, sync }: ModeLimitProps): VNode {
  return (
    <Problem trouble={trouble}>
      <Button
        onClick={() => {
          const options = sync.settings.options.value
          if (options !== null) sync.setOptions({ ...options, collection: 'own' })
          void sync.plan()
        }}
      >
        Use separate collections
      </Button>
    </Problem>
  )
}
