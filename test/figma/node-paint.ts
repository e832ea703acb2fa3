import { readEffects, resolveEffects } from './effects.ts'
import type { Members } from './members.ts'
import { fromText, MIXED, type NodeRecord } from './records.ts'
import { BLEND_MODES, readPaints, resolvePaints } from './paints.ts'
import { expectAtLeast, expectOneOf, expectRange, expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import { hasMixedText } from './text-ranges.ts'
import { hasMixedFills, withoutRegionFills } from './vectors.ts'

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
  const paintsOf = (id: string, name: 'fills' | 'strokes'): readonly Paint[] => {
    const node = document.node(id)
    const style = document.styles.get(node[name === 'fills' ? 'fillStyleId' : 'strokeStyleId'])
    return resolvePaints(document, style === undefined ? node[name] : fromText(style.paints))
  }
  const change = (op: string, id: string, name: 'fills' | 'strokes', next: readonly Paint[]) => {
    expectSources(name, next)
    const given: Partial<NodeRecord> =
      name === 'fills'
        ? {
            ...{ fills: next, fillStyleId: '', textRanges: [] },
            ...withoutRegionFills(document.node(id)),
          }
        : { strokes: next, strokeStyleId: '' }
    document.write(op, id, next, () => document.patchNode(id, given))
  }
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
        const shown = style ?? document.styles.get(document.node(id)[name])
        const own = document.node(id)[paintsName]
        const kept = shown === undefined ? own : fromText(shown.paints)
        const whole = name === 'fillStyleId' ? { textRanges: [] } : {}
        document.patchNode(id, { [name]: styleId, [paintsName]: kept, ...whole })
      })
    }
  return {
    fills: {
      get: (id): readonly Paint[] | PluginAPI['mixed'] =>
        hasMixedFills(document.node(id)) || hasMixedText(document.node(id))
          ? MIXED
          : paintsOf(id, 'fills'),
      set(id, value) {
        document.node(id)
        change('set fills', id, 'fills', readPaints(value, 'fills'))
      },
    },
    strokes: {
      get: (id) => paintsOf(id, 'strokes'),
      set(id, value) {
        document.node(id)
        change('set strokes', id, 'strokes', readPaints(value, 'strokes'))
      },
    },
    async setFillsAsync(id, value) {
      document.node(id)
      const next = readPaints(value, 'fills', 'asynchronous')
      await Promise.resolve()
      change('setFillsAsync', id, 'fills', next)
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
    fillStyleId: {
      ...styleIdOf('fillStyleId', 'setFillStyleIdAsync'),
      get: (id): string | PluginAPI['mixed'] =>
        hasMixedText(document.node(id)) ? MIXED : document.node(id).fillStyleId,
    },
    strokeStyleId: styleIdOf('strokeStyleId', 'setStrokeStyleIdAsync'),
    setFillStyleIdAsync: setStyle('fillStyleId', 'setFillStyleIdAsync'),
    setStrokeStyleIdAsync: setStyle('strokeStyleId', 'setStrokeStyleIdAsync'),
  }
}

type Blend = Pick<RectangleNode, 'opacity' | 'blendMode' | 'effects' | 'effectStyleId' | 'isMask'>

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
    blendMode: {
      get: (id) => document.node(id).blendMode,
      set(id, value) {
        const blendMode = expectOneOf(value, 'blendMode', BLEND_MODES)
        document.write('set blendMode', id, blendMode, () => document.patchNode(id, { blendMode }))
      },
    },
    // No effect style can be made here.
    effectStyleId: { get: () => '' },
    effects: {
      get: (id) => resolveEffects(document, document.node(id).effects),
      set(id, value) {
        const effects = readEffects(value)
        document.write('set effects', id, effects, () => document.patchNode(id, { effects }))
      },
    },
    isMask: {
      get: (id) => document.node(id).isMask,
      set(id, value) {
        const isMask = expectType(value, 'isMask', 'boolean')
        document.write('set isMask', id, isMask, () => document.patchNode(id, { isMask }))
      },
    },
  }
}
