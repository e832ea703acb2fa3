import type { BrandAsset } from '../../shared/brand.ts'
import type { Editor } from '../../shared/protocol.ts'
import type { CanvasSelection, Placer } from '../placement/placer.ts'

/** What can be done with pictures and the layers that are selected on Figma's canvas. */
export type CanvasAction = 'fill' | 'replace' | 'component'

interface ActionTexts {
  readonly name: string
  /** What the next click on a tile does. */
  readonly hint?: string
  /** Another way to do the same, where there is one. */
  readonly title?: string
}

export const ACTION_TEXTS: Record<CanvasAction, ActionTexts> = {
  fill: {
    name: 'Fill selection',
    hint: 'Choose a picture to fill the selection',
    title: 'Or drag a picture onto a shape with Alt held.',
  },
  replace: { name: 'Replace', hint: 'Choose a picture to replace the selection' },
  component: { name: 'Place as component' },
}

/** `asset`: the first of those that it would be done with; left out where only the layers matter. */
export function actionsOn(
  { fillable, placed }: CanvasSelection,
  editor: Editor,
  asset?: BrandAsset,
): readonly CanvasAction[] {
  const all = {
    component: editor === 'figma' && asset?.kind === 'logo',
    fill: fillable > 0,
    replace: placed > 0,
  }
  return ACTIONS.filter((action) => all[action])
}

const ACTIONS = ['component', 'fill', 'replace'] as const

export function act(
  placer: Placer,
  action: CanvasAction,
  assets: readonly BrandAsset[],
): Promise<void> {
  if (action === 'component') return placer.place(assets, { type: 'view', asComponents: true })
  return action === 'fill' ? placer.fillSelection(assets) : placer.replaceSelection(assets)
}
