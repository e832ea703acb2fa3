import type { JSX } from 'preact'
import type { DocumentSnapshot, NodeSnapshot, PaintSnapshot } from '../../figma/host-api.ts'
import { cssColor, paintBackground, paintColor } from './paint.ts'
import { VectorPaths } from './vector-paths.tsx'

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
        transform: node.rotation === 0 ? undefined : `rotate(${-node.rotation}deg)`,
        transformOrigin: '0 0',
        opacity: node.opacity,
        borderRadius: node.type === 'ELLIPSE' ? '50%' : `${node.cornerRadius}px`,
        overflow: node.clipsContent ? 'hidden' : 'visible',
      }}
    >
      {paths ? (
        <VectorPaths node={node} profile={profile} />
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
  if (paint.videoHash !== null) {
    const url = imageUrl(paint.videoHash)
    if (url === null) return null
    const objectFit = paint.scaleMode === 'FIT' ? 'contain' : 'cover'
    return <video class="fill" src={url} style={{ objectFit }} muted loop autoPlay playsInline />
  }
  const background = paintBackground(paint, profile) ?? UNKNOWN_PAINT
  return <div class="fill" style={{ background }} />
}

type PartProps = Omit<NodeViewProps, 'imageUrl'>

function Stroke({ node, profile }: PartProps): JSX.Element | null {
  const paint = topPaint(node.strokes)
  if (paint === null || node.strokeWeight === 0) return null
  const color = flatColor(paint, profile)
  return <div class="fill" style={{ boxShadow: `inset 0 0 0 ${node.strokeWeight}px ${color}` }} />
}

function Text({ node, profile }: PartProps): JSX.Element {
  const paint = topPaint(node.fills)
  const style = {
    fontSize: `${node.fontSize}px`,
    fontWeight: WEIGHTS[node.fontStyle] ?? 400,
    color: paint === null ? 'transparent' : flatColor(paint, profile),
  }
  return (
    <span class="text" style={style}>
      {node.characters}
    </span>
  )
}

/** The topmost paint that can be seen. */
function topPaint(paints: readonly PaintSnapshot[]): PaintSnapshot | null {
  return paints.findLast(({ visible }) => visible) ?? null
}

/** For what CSS draws in one color only: a gradient's first one. */
function flatColor(paint: PaintSnapshot, profile: NodeViewProps['profile']): string {
  const [stop] = paint.gradientStops
  return paintColor(paint, profile) ?? (stop ? cssColor(stop.color, profile) : UNKNOWN_PAINT)
}

const WEIGHTS: Readonly<Record<string, number>> = {
  Medium: 500,
  'Semi Bold': 600,
  Bold: 700,
}

/** Stands for patterns, of which the snapshot tells no more than their kind. */
const UNKNOWN_PAINT = '#9aa0a6'

const COVER = { size: 'cover', repeat: 'no-repeat' }
const IMAGE_FITS: Readonly<Record<string, typeof COVER>> = {
  FILL: COVER,
  FIT: { size: 'contain', repeat: 'no-repeat' },
  CROP: { size: '100% 100%', repeat: 'no-repeat' },
  TILE: { size: 'auto', repeat: 'repeat' },
}
