import type { ComponentChildren, VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { useKeptFocus } from './keep-focus.ts'
import { tabAfterKey } from './tab-keys.ts'
import './tabs.css'

export interface TabsProps<Id extends string> {
  /** The accessible name of the list of tabs. */
  readonly label: string
  readonly tabs: readonly { readonly id: Id; readonly label: string }[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  /** The panel of the selected tab. */
  readonly children: ComponentChildren
}

/** Tabs after the WAI-ARIA pattern, selected as the focus moves (w3.org/WAI/ARIA/apg/patterns/tabs). */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  children,
}: TabsProps<Id>): VNode {
  const list = useRef<HTMLDivElement>(null)
  // After a screen that has no tabs.
  useKeptFocus()
  return (
    <>
      <div
        ref={list}
        class="tabs"
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => {
          const at = tabs.findIndex(({ id }) => id === selected)
          const to = tabAfterKey(event.key, at, tabs.length)
          const tab = to === null ? undefined : tabs[to]
          if (to === null || tab === undefined) return
          event.preventDefault()
          onSelect(tab.id)
          list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus()
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`tab-${tab.id}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={tab.id === selected}
            aria-controls="tabpanel"
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        key={selected}
        id="tabpanel"
        class="tabpanel column"
        role="tabpanel"
        aria-labelledby={`tab-${selected}`}
        tabIndex={0}
      >
        {children}
      </div>
    </>
  )
}
