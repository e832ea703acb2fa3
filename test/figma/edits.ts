import { dropNode, dropStyle } from './document.ts'
import type { FigmaDocument } from './document.ts'
import { settle } from './auto-layout.ts'
import type { HostEdit } from './host-api.ts'
import { solid } from './paints.ts'
import { deepFreeze } from './records.ts'
import { blankStyle } from './styles.ts'

/** Makes another person's edit; throws where there is nothing to edit. */
export function applyEdit(document: FigmaDocument, edit: HostEdit): void {
  switch (edit.type) {
    case 'rename-style':
    case 'paint-style': {
      document.style(edit.id)
      const change =
        edit.type === 'rename-style'
          ? { name: edit.name }
          : { paints: solid(edit.color.r, edit.color.g, edit.color.b) }
      document.editEverywhere(({ styles }) => {
        const style = styles.get(edit.id)
        if (style !== undefined) styles.set(edit.id, deepFreeze({ ...style, ...change }))
      })
      break
    }
    case 'remove-style':
      document.style(edit.id)
      document.editEverywhere((tables) => dropStyle(tables, edit.id))
      break
    case 'create-style': {
      const { r, g, b } = edit.color
      const style = { ...blankStyle(document), name: edit.name, paints: solid(r, g, b) }
      document.editEverywhere(({ styles }) => styles.set(style.id, deepFreeze(style)))
      break
    }
    case 'move-node': {
      const { parentId } = document.node(edit.id)
      document.editEverywhere(({ nodes }) => {
        const node = nodes.get(edit.id)
        if (node === undefined) return
        nodes.set(edit.id, deepFreeze({ ...node, x: edit.x, y: edit.y }))
      })
      settle(document, parentId)
      break
    }
    case 'remove-node': {
      const { parentId } = document.node(edit.id)
      document.editEverywhere((tables) => dropNode(tables, edit.id))
      settle(document, parentId)
    }
  }
}
