import { settle } from './auto-layout.ts'
import { sizingMember } from './layout-sizing.ts'
import type { Members } from './members.ts'
import type { NodeRecord } from './records.ts'
import { resizeNode, rescaleNode } from './resize.ts'
import { expectAtLeast, expectKeys, expectOneOf, expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

const LEAST_SIZE = 0.01

type Resize = Pick<
  RectangleNode,
  'resize' | 'resizeWithoutConstraints' | 'rescale' | 'rotation' | 'constraints'
>

/** Size, and how it follows the parent's. */
export function resizeMembers(session: Session): Members<Resize, string> {
  const { document } = session
  const resize =
    (op: string, withConstraints: boolean) =>
    (id: string, width: number, height: number): void => {
      const size = {
        width: Math.fround(expectAtLeast(width, 'width', LEAST_SIZE)),
        height: Math.fround(expectAtLeast(height, 'height', LEAST_SIZE)),
      }
      const node = document.node(id)
      document.write(op, id, [width, height], () => {
        if (withConstraints) resizeNode(document, id, size.width, size.height)
        else document.patchNode(id, size)
        document.patchNode(id, fixedBySize(node))
        settle(document, id)
      })
    }
  return {
    resize: resize('resize', true),
    resizeWithoutConstraints: resize('resizeWithoutConstraints', false),
    rescale(id, scale) {
      const factor = expectAtLeast(scale, 'scale', LEAST_SIZE)
      document.write('rescale', id, factor, () => {
        rescaleNode(document, id, factor)
        settle(document, id)
      })
    },
    rotation: {
      get: (id) => document.node(id).rotation,
      set(id, value) {
        const rotation = Math.min(180, Math.max(-180, expectType(value, 'rotation', 'number')))
        document.write('set rotation', id, rotation, () => document.patchNode(id, { rotation }))
      },
    },
    constraints: {
      get: (id) => document.node(id).constraints,
      set(id, value) {
        const given = expectType(value, 'constraints', 'object') as Partial<Constraints>
        expectKeys(given, 'constraints', ['horizontal', 'vertical'])
        const kinds = ['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE'] as const
        const constraints = {
          horizontal: expectOneOf(given.horizontal, 'constraints', kinds),
          vertical: expectOneOf(given.vertical, 'constraints', kinds),
        }
        document.write('set constraints', id, constraints, () =>
          document.patchNode(id, { constraints }),
        )
      },
    },
  }
}

/** A size given by hand ends the hugging. */
function fixedBySize({ layoutMode }: NodeRecord): Partial<NodeRecord> {
  if (layoutMode === 'NONE') return {}
  return { primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' }
}

type LayoutChild = Pick<
  RectangleNode,
  | 'layoutPositioning'
  | 'layoutAlign'
  | 'layoutGrow'
  | 'layoutSizingHorizontal'
  | 'layoutSizingVertical'
>

/** What a node says to the auto-layout frame that holds it. */
export function layoutChildMembers(session: Session): Members<LayoutChild, string> {
  const { document } = session
  const parentOf = (id: string): NodeRecord | undefined =>
    document.nodes.get(document.node(id).parentId ?? '')
  return {
    layoutPositioning: {
      get: (id) => document.node(id).layoutPositioning,
      set(id, value) {
        const layoutPositioning = expectOneOf(value, 'layoutPositioning', ['AUTO', 'ABSOLUTE'])
        if (layoutPositioning === 'ABSOLUTE' && (parentOf(id)?.layoutMode ?? 'NONE') === 'NONE') {
          throw new Refusal(
            'Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE',
          )
        }
        change(session, id, 'layoutPositioning', layoutPositioning)
      },
    },
    layoutAlign: {
      get: (id) => document.node(id).layoutAlign,
      set: (id, value) =>
        change(
          session,
          id,
          'layoutAlign',
          expectOneOf(value, 'layoutAlign', ['MIN', 'CENTER', 'MAX', 'STRETCH', 'INHERIT']),
        ),
    },
    layoutGrow: {
      get: (id) => document.node(id).layoutGrow,
      set: (id, value) => change(session, id, 'layoutGrow', expectAtLeast(value, 'layoutGrow', 0)),
    },
    layoutSizingHorizontal: sizingMember(session, 'HORIZONTAL', 'layoutSizingHorizontal'),
    layoutSizingVertical: sizingMember(session, 'VERTICAL', 'layoutSizingVertical'),
  }
}

/** One write of one property that the layout depends on. */
function change<K extends keyof NodeRecord>(
  session: Session,
  id: string,
  name: K,
  value: NodeRecord[K],
): void {
  const { document } = session
  document.write(`set ${name}`, id, value, () => {
    document.patchNode(id, { [name]: value })
    settle(document, id)
  })
}

export function cornerMembers(
  session: Session,
): Members<Pick<RectangleNode, 'cornerRadius'>, string> {
  return {
    cornerRadius: {
      get: (id) => session.document.node(id).cornerRadius,
      set: (id, value) =>
        change(session, id, 'cornerRadius', expectAtLeast(value, 'cornerRadius', 0)),
    },
  }
}

type Frame = Pick<FrameNode, 'clipsContent' | 'expanded'>

export function frameMembers(session: Session): Members<Frame, string> {
  return {
    clipsContent: {
      get: (id) => session.document.node(id).clipsContent,
      set: (id, value) =>
        change(session, id, 'clipsContent', expectType(value, 'clipsContent', 'boolean')),
    },
    expanded: { get: () => false, set: () => undefined },
  }
}

type AutoLayout = Pick<
  FrameNode,
  | 'layoutMode'
  | 'paddingLeft'
  | 'paddingRight'
  | 'paddingTop'
  | 'paddingBottom'
  | 'itemSpacing'
  | 'primaryAxisSizingMode'
  | 'counterAxisSizingMode'
  | 'primaryAxisAlignItems'
  | 'counterAxisAlignItems'
  | 'layoutWrap'
  | 'counterAxisSpacing'
>

export function autoLayoutMembers(session: Session): Members<AutoLayout, string> {
  const { document } = session
  const distance = (
    name: 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom' | 'itemSpacing',
  ) => ({
    get: (id: string): number => document.node(id)[name],
    set: (id: string, value: unknown): void =>
      change(session, id, name, expectAtLeast(value, name, name === 'itemSpacing' ? -1e6 : 0)),
  })
  const sizing = (name: 'primaryAxisSizingMode' | 'counterAxisSizingMode') => ({
    get: (id: string): 'FIXED' | 'AUTO' => document.node(id)[name],
    set: (id: string, value: unknown): void =>
      change(session, id, name, expectOneOf(value, name, ['FIXED', 'AUTO'])),
  })
  return {
    layoutMode: {
      get: (id) => document.node(id).layoutMode,
      set(id, value) {
        const modes = ['NONE', 'HORIZONTAL', 'VERTICAL', 'GRID'] as const
        change(session, id, 'layoutMode', expectOneOf(value, 'layoutMode', modes))
      },
    },
    paddingLeft: distance('paddingLeft'),
    paddingRight: distance('paddingRight'),
    paddingTop: distance('paddingTop'),
    paddingBottom: distance('paddingBottom'),
    itemSpacing: distance('itemSpacing'),
    primaryAxisSizingMode: sizing('primaryAxisSizingMode'),
    counterAxisSizingMode: sizing('counterAxisSizingMode'),
    primaryAxisAlignItems: {
      get: (id) => document.node(id).primaryAxisAlignItems,
      set(id, value) {
        const name = 'primaryAxisAlignItems'
        const modes = ['MIN', 'MAX', 'CENTER', 'SPACE_BETWEEN'] as const
        change(session, id, name, expectOneOf(value, name, modes))
      },
    },
    counterAxisAlignItems: {
      get: (id) => document.node(id).counterAxisAlignItems,
      set(id, value) {
        const name = 'counterAxisAlignItems'
        const modes = ['MIN', 'MAX', 'CENTER', 'BASELINE'] as const
        change(session, id, name, expectOneOf(value, name, modes))
      },
    },
    layoutWrap: {
      get: (id) => document.node(id).layoutWrap,
      set(id, value) {
        const layoutWrap = expectOneOf(value, 'layoutWrap', ['NO_WRAP', 'WRAP'])
        if (document.node(id).layoutMode !== 'HORIZONTAL') {
          throw new Refusal('Can only set layoutWrap if layoutMode is HORIZONTAL')
        }
        change(session, id, 'layoutWrap', layoutWrap)
      },
    },
    counterAxisSpacing: {
      get: (id) => document.node(id).counterAxisSpacing,
      set: (id, value) =>
        change(
          session,
          id,
          'counterAxisSpacing',
          value === null ? null : expectAtLeast(value, 'counterAxisSpacing', 0),
        ),
    },
  }
}
