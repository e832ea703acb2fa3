import type { JSX } from 'preact'
import type { DocumentSnapshot, NodeSnapshot, PaintSnapshot } from '../../figma/host-api.ts'
import { cssColor, paintColor } from './paint.ts'

interface VectorPathsProps {
  readonly node: NodeSnapshot
  readonly profile: DocumentSnapshot['colorProfile']
}

/** A vector's paths with all its paints, in the coordinates of the vector. */
export function VectorPaths({ node, profile }: VectorPathsProps): JSX.Element {
  const fills = node.fills.filter(({ visible }) => visible)
  const strokes = node.strokes.filter(({ visible }) => visible)
  const idOf = (kind: string, index: number): string =>
    `paint-${node.id.replace(/\W/g, '-')}-${kind}-${index}`
  const draw = (kind: 'fill' | 'stroke', paint: PaintSnapshot, index: number): JSX.Element[] =>
    node.vectorPaths
      .filter(({ windingRule }) => kind === 'stroke' || windingRule !== 'NONE')
      .map(({ data, windingRule }, path) => (
        <path
          key={`${kind} ${index} ${path}`}
          d={data}
          fill-rule={windingRule === 'EVENODD' ? 'evenodd' : 'nonzero'}
          fill="none"
          {...{ [kind]: paintColor(paint, profile) ?? `url(#${idOf(kind, index)})` }}
          stroke-width={kind === 'stroke' ? node.strokeWeight : 0}
        />
      ))
  return (
    // A straight line has no width or no height, and SVG draws nothing in an empty viewport.
    <svg class="paths" width={Math.max(1, node.width)} height={Math.max(1, node.height)}>
      {fills.map((paint, index) => (
        <Gradient key={index} id={idOf('fill', index)} paint={paint} {...{ node, profile }} />
      ))}
      {strokes.map((paint, index) => (
        <Gradient key={index} id={idOf('stroke', index)} paint={paint} {...{ node, profile }} />
      ))}
      {fills.map((paint, index) => draw('fill', paint, index))}
      {strokes.map((paint, index) => draw('stroke', paint, index))}
    </svg>
  )
}

interface GradientProps extends VectorPathsProps {
  readonly id: string
  readonly paint: PaintSnapshot
}

function Gradient({ id, paint, node, profile }: GradientProps): JSX.Element | null {
  if (paint.gradientStops.length === 0) return null
  const stops = paint.gradientStops.map(({ position, color }, index) => (
    <stop
      key={index}
      offset={position}
      stop-color={cssColor({ ...color, a: 1 }, profile)}
      stop-opacity={color.a * paint.opacity}
    />
  ))
  // In the vector's own pixels: a line has no box that a gradient could be measured by.
  const units = 'userSpaceOnUse'
  const { width, height } = node
  return paint.type === 'GRADIENT_RADIAL' ? (
    <radialGradient
      id={id}
      gradientUnits={units}
      cx={width / 2}
      cy={height / 2}
      r={Math.max(width, height) / 2}
    >
      {stops}
    </radialGradient>
  ) : (
    <linearGradient id={id} gradientUnits={units} x1={0} y1={0} x2={Math.max(1, width)} y2={0}>
      {stops}
    </linearGradient>
  )
}
