import type { VNode } from 'preact'
import { useCallback, useMemo } from 'preact/hooks'
import { PagedLibrary } from '../browse/paged-library.tsx'
import type { LoadPage } from '../cliquify/pages-of.ts'
import type { ScreenProps } from '../screen.ts'

/** The company's templates, by kind and tag. */
export function TemplatesScreen(screen: ScreenProps): VNode {
  const { client, cache, staleness } = screen
  const load = useCallback<LoadPage>((from, signal) => client.templates(from, signal), [client])
  const tagList = useMemo(
    () => ({
      load: (signal: AbortSignal) => client.templateTags(signal),
      memory: cache.templateTags,
      staleness,
    }),
    [client, cache, staleness],
  )
  return (
    <PagedLibrary
      screen={screen}
      tab="templates"
      emptyAdvice="Make a template in Cliquify, then open this tab again."
      load={load}
      memory={cache.templates}
      tagList={tagList}
    />
  )
}
