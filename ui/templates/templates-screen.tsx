import type { VNode } from 'preact'
import { PagedLibrary } from '../browse/paged-library.tsx'
import type { ScreenProps } from '../screen.ts'

/** The company's templates, by kind and tag. */
export function TemplatesScreen(screen: ScreenProps): VNode {
  return (
    <PagedLibrary
      screen={screen}
      tab="templates"
      emptyAdvice="Make a template in Cliquify, then open this tab again."
      tags={screen.brand.templateTags}
    />
  )
}
