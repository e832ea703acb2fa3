import type { JSX } from 'preact'
import type { DocumentSnapshot, NodeSnapshot, PaintSnapshot } from '../../figma/host-api.ts'
import { paintColor } from './paint.ts'

interface NodeViewProps {
  readonly node: NodeSnapshot
  readonly profile: DocumentSnapshot['colorProfile']
  readonly imageUrl: (hash: string) => string | null
}

/** A node as it looks, at its place in its parent. */
export function NodeView({ node, profile, imageUrl }: NodeViewProps): JSX.Element | null {
  if (!node.visible) return null
  const paths = node.vectorPaths.length > 0
  return (
    <div
      class="node"
      data-node={node.id}
      style={{
        left: `${node.x}px`,
        top: `${node.y}px`,
        width: `${node.width}px`,
        height: `${node.height}px`,
        opacity: node.opacity,
        borderRadius: node.type === 'ELLIPSE' ? '50%' : `${node.cornerRadius}px`,
        overflow: node.clipsContent ? 'hidden' : 'visible',
      }}
    >
      {paths ? (
        <Paths node={node} profile={profile} />
      ) : node.type === 'TEXT' ? (
        <Text node={node} profile={profile} />
      ) : (
        node.fills.map((paint, index) => (
          <Fill key={index} paint={paint} profile={profile} imageUrl={imageUrl} />
        ))
      )}
      {node.children.map((child) => (
        <NodeView key={child.id} node={child} profile={profile} imageUrl={imageUrl} />
      ))}
      {!paths && node.type !== 'TEXT' && <Stroke node={node} profile={profile} />}
    </div>
  )
}

function Fill({
  paint,
  profile,
  imageUrl,
}: Omit<NodeViewProps, 'node'> & { readonly paint: PaintSnapshot }): JSX.Element | null {
  if (!paint.visible) return null
  if (paint.imageHash !== null) {
    const url = imageUrl(paint.imageHash)
    if (url === null) return null
    const { size, repeat } = IMAGE_FITS[paint.scaleMode ?? 'FILL'] ?? COVER
    const style = {
      backgroundImage: `url(${url})`,
      backgroundSize: size,
      backgroundRepeat: repeat,
      opacity: paint.opacity,
    }
    return <div class="fill" style={style} />
  }
  return <div class="fill" style={{ background: paintColor(paint, profile) ?? UNKNOWN_PAINT }} />
}

type PartProps = Omit<NodeViewProps, 'imageUrl'>

function Stroke({ node, profile }: PartProps): JSX.Element | null {
  const color = topColor(node.strokes, profile)
  if (color === null || node.strokeWeight === 0) return null
  return <div class="fill" style={{ boxShadow: `inset 0 0 0 ${node.strokeWeight}px ${color}` }} />
}

function Text({ node, profile }: PartProps): JSX.Element {
  const color = topColor(node.fills, profile) ?? 'transparent'
  return (
    <span class="text" style={{ fontSize: `${node.fontSize}px`, color }}>
      {node.characters}
    </span>
  )
}

function Paths({ node, profile }: PartProps): JSX.Element {
  const stroke = topColor(node.strokes, profile)
  const fill = topColor(node.fills, profile) ?? 'none'
  return (
    <svg class="paths" width={node.width} height={node.height}>
      {node.vectorPaths.map(({ data, windingRule }, index) => (
        <path
          key={index}
          d={data}
          fill={windingRule === 'NONE' ? 'none' : fill}
          fill-rule={windingRule === 'EVENODD' ? 'evenodd' : 'nonzero'}
          stroke={stroke ?? 'none'}
          stroke-width={node.strokeWeight}
        />
      ))}
    </svg>
  )
}

/** The color of the topmost paint that can be seen. */
function topColor(
  paints: readonly PaintSnapshot[],
  profile: DocumentSnapshot['colorProfile'],
): string | null {
  const top = paints.findLast(({ visible }) => visible)
  return top === undefined ? null : (paintColor(top, profile) ?? UNKNOWN_PAINT)
}

/** Stands for gradients and videos, of which the snapshot tells no more than their kind. */
const UNKNOWN_PAINT = '#9aa0a6'

const COVER = { size: 'cover', repeat: 'no-repeat' }
const IMAGE_FITS: { readonly [scaleMode: string]: typeof COVER } = {
  FILL: COVER,
  FIT: { size: 'contain', repeat: 'no-repeat' },
  CROP: { size: '100% 100%', repeat: 'no-repeat' },
  TILE: { size: 'auto', repeat: 'repeat' },
}
