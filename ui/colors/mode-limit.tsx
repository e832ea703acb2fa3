import type { VNode } from 'preact'
import { Button } from '../kit/button.tsx'
import { Problem } from '../kit/problem.tsx'
import type { Trouble } from '../kit/trouble.ts'
import type { ColorSync } from './color-sync.ts'

export interface ModeLimitProps {
  readonly trouble: Trouble
  readonly sync: ColorSync
}

/** The file's plan allows no further mode: the way around it is one press away. */
export function ModeLimit({ trouble, sync }: ModeLimitProps): VNode {
  return (
    <Problem trouble={{ ...trouble, action: 'none' }}>
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
