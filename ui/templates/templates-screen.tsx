import type { VNode } from 'preact'
import { useCallback } from 'preact/hooks'
import { PagedLibrary } from '../browse/paged-library.tsx'
import type { LoadPage } from '../browse/use-pages.ts'
import type { ScreenProps } from '../screen.ts'

/** The company's templates. */
export function TemplatesScreen(screen: ScreenProps): VNode {
  const { client, cache } = screen
  const load = useCallback<LoadPage>((from, signal) => client.templates(from, signal), [client])
  return (
    <PagedLibrary
      noun="templates"
      emptyAdvice="Make a template in Cliquify, then open this tab again."
      load={load}
      memory={cache.templates}
      screen={screen}
    />
  )
}
