import type { Members } from './members.ts'
import { readPaints, resolvePaints } from './paints.ts'
import {
  expectAtLeast,
  expectOneOf,
  expectRange,
  expectType,
  NotEmulated,
  Refusal,
} from './refusal.ts'
import type { Session } from './session.ts'

type Paints = Pick<
  RectangleNode,
  | 'fills'
  | 'strokes'
  | 'strokeWeight'
  | 'strokeAlign'
  | 'fillStyleId'
  | 'strokeStyleId'
  | 'setFillsAsync'
  | 'setFillStyleIdAsync'
  | 'setStrokeStyleIdAsync'
>

/** Fills and strokes, and the styles that they come from. */
export function paintMembers(session: Session): Members<Paints, string> {
  const { document } = session
  const paints = (name: 'fills' | 'strokes', styleId: 'fillStyleId' | 'strokeStyleId') => ({
    get(id: string): readonly Paint[] {
      const node = document.node(id)
      const style = document.styles.get(node[styleId])
      return resolvePaints(document, style?.paints ?? node[name])
    },
    set(id: string, value: unknown): void {
      document.node(id)
      const next = readPaints(value, name)
      expectSources(name, next)
      document.write(`set ${name}`, id, next, () =>
        document.patchNode(id, { [name]: next, [styleId]: '' }),
      )
    },
  })
  /** What paints show must be in the file. */
  const expectSources = (name: 'fills' | 'strokes', next: readonly Paint[]): void => {
    const missing = next.flatMap((paint) => {
      if (paint.type === 'IMAGE' && paint.imageHash !== null) {
        return document.images.has(paint.imageHash) ? [] : ['Image']
      }
      if (paint.type === 'VIDEO' && paint.videoHash !== null) {
        return document.videos.has(paint.videoHash) ? [] : ['Video']
      }
      if (paint.type !== 'PATTERN') return []
      return document.nodes.has(paint.sourceNodeId) ? [] : ['Source node']
    })
    if (missing[0] === undefined) return
    throw new Refusal(`Property "${name}" failed validation: ${missing[0]} does not exist`)
  }
  const styleIdOf = (name: 'fillStyleId' | 'strokeStyleId', setter: string) => ({
    get: (id: string): string => document.node(id)[name],
    set(): void {
      throw new Refusal(
        `Cannot call with documentAccess: dynamic-page. Use node.${setter} instead.`,
      )
    },
  })
  const setStyle =
    (name: 'fillStyleId' | 'strokeStyleId', op: string) =>
    async (id: string, value: string): Promise<void> => {
      const styleId = expectType(value, 'styleId', 'string')
      document.node(id)
      await Promise.resolve()
      const style = styleId === '' ? null : document.style(styleId)
      const paintsName = name === 'fillStyleId' ? 'fills' : 'strokes'
      document.write(op, id, styleId, () => {
        const before = document.styles.get(document.node(id)[name])
        const kept = style?.paints ?? before?.paints ?? document.node(id)[paintsName]
        document.patchNode(id, { [name]: styleId, [paintsName]: kept })
      })
    }
  return {
    fills: paints('fills', 'fillStyleId'),
    strokes: paints('strokes', 'strokeStyleId'),
    async setFillsAsync(id, value) {
      document.node(id)
      const next = readPaints(value, 'fills', 'asynchronous')
      await Promise.resolve()
      expectSources('fills', next)
      document.write('setFillsAsync', id, next, () =>
        document.patchNode(id, { fills: next, fillStyleId: '' }),
      )
    },
    strokeWeight: {
      get: (id) => document.node(id).strokeWeight,
      set(id, value) {
        const strokeWeight = expectAtLeast(value, 'strokeWeight', 0)
        document.write('set strokeWeight', id, strokeWeight, () =>
          document.patchNode(id, { strokeWeight }),
        )
      },
    },
    strokeAlign: {
      get: (id) => document.node(id).strokeAlign,
      set(id, value) {
        const strokeAlign = expectOneOf(value, 'strokeAlign', ['CENTER', 'INSIDE', 'OUTSIDE'])
        document.write('set strokeAlign', id, strokeAlign, () =>
          document.patchNode(id, { strokeAlign }),
        )
      },
    },
    fillStyleId: styleIdOf('fillStyleId', 'setFillStyleIdAsync'),
    strokeStyleId: styleIdOf('strokeStyleId', 'setStrokeStyleIdAsync'),
    setFillStyleIdAsync: setStyle('fillStyleId', 'setFillStyleIdAsync'),
    setStrokeStyleIdAsync: setStyle('strokeStyleId', 'setStrokeStyleIdAsync'),
  }
}

type Blend = Pick<RectangleNode, 'opacity' | 'blendMode' | 'effects' | 'isMask'>

export function blendMembers(session: Session): Members<Blend, string> {
  const { document } = session
  return {
    opacity: {
      get: (id) => document.node(id).opacity,
      set(id, value) {
        const opacity = Math.fround(expectRange(value, 'opacity', 0, 1))
        document.write('set opacity', id, opacity, () => document.patchNode(id, { opacity }))
      },
    },
    blendMode: { get: (id) => document.node(id).blendMode, set: refuseLater('blendMode =') },
    effects: { get: () => NOTHING, set: refuseLater('effects =') },
    isMask: { get: () => false, set: refuseLater('isMask =') },
  }
}

const NOTHING: readonly never[] = Object.freeze([])

function refuseLater(what: string): () => void {
  return () => {
    throw new NotEmulated(what)
  }
}
