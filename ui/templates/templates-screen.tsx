import type { VNode } from 'preact'
import { LibraryList } from '../browse/library-list.tsx'
import { Empty } from '../kit/empty.tsx'
import type { ScreenProps } from '../screen.ts'

/** The company's templates, by kind and tag. */
export function TemplatesScreen(screen: ScreenProps): VNode {
  return (
    <LibraryList
      screen={screen}
      tab="templates"
      list={screen.brand.templates}
      empty={
        <Empty title="No templates yet">Add templates in Cliquify, then open this tab again.</Empty>
      }
      tags={screen.brand.templateTags}
    />
  )
}
