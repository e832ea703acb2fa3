import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import type { PreviewProps } from './preview.ts'
import {
  AutoLayoutIcon,
  FrameIcon,
  ImageIcon,
  RectangleIcon,
  TextIcon,
  VectorIcon,
} from './icons.tsx'
import { PluginMenu } from './plugin-menu.tsx'
import { Switches } from './switches.tsx'

/** The left side: the file, the plugin's menu, the layers, the preview's own switches. */
export function LayersPanel({ preview }: PreviewProps): JSX.Element {
  const page = preview.currentPage.value
  const { editor } = preview.document.value
  return (
    <aside class="panel panel-left" aria-label="Layers and preview">
      <header class="file">
        <strong>{preview.file}</strong>
        <span class="quiet">{EDITOR_NAMES[editor]}, in preview</span>
      </header>
      {/* In Dev Mode the plugin is a language of the code section. */}
      {editor !== 'dev' && <PluginMenu preview={preview} />}
      <section class="group grow">
        <h3>{page?.name ?? 'No page'}</h3>
        <ul class="layers">
          {(page?.children ?? []).toReversed().map((node) => (
            <Layer key={node.id} preview={preview} node={node} depth={0} />
          ))}
        </ul>
      </section>
      <Switches preview={preview} />
    </aside>
  )
}

interface LayerProps extends PreviewProps {
  readonly node: NodeSnapshot
  readonly depth: number
}

function Layer({ preview, node, depth }: LayerProps): JSX.Element {
  const selected = preview.document.value.selection.includes(node.id)
  const Icon = iconOf(node)
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selected) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <li>
      <button
        ref={ref}
        class="layer"
        aria-pressed={selected}
        style={{ paddingLeft: `${16 + depth * 16}px` }}
        onClick={() => preview.select([node.id])}
      >
        <Icon />
        <span>{node.name}</span>
      </button>
      {node.children.length > 0 && depth < MOST_LEVELS && (
        <ul>
          {node.children.toReversed().map((child) => (
            <Layer key={child.id} preview={preview} node={child} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** Deeper ones are the paths inside placed vectors. */
const MOST_LEVELS = 1

const EDITOR_NAMES = {
  figma: 'Figma Design',
  figjam: 'FigJam',
  slides: 'Slides',
  buzz: 'Buzz',
  dev: 'Dev Mode',
}

function iconOf(node: NodeSnapshot): () => JSX.Element {
  if (node.type === 'TEXT') return TextIcon
  if (node.vectorPaths.length > 0) return VectorIcon
  if (node.layoutMode !== 'NONE') return AutoLayoutIcon
  if (node.type === 'FRAME') return FrameIcon
  return node.fills.some(({ type }) => type === 'IMAGE') ? ImageIcon : RectangleIcon
}
