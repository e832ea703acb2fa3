import type { Members } from './members.ts'
import { readPaints, resolvePaints } from './paints.ts'
import { fromText, MIXED, type NodeRecord, type TextRange } from './records.ts'
import { expectType, NotEmulated, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

type Ranges = Pick<
  TextNode,
  | 'getRangeFills'
  | 'setRangeFills'
  | 'getRangeFillStyleId'
  | 'setRangeFillStyleIdAsync'
  | 'getStyledTextSegments'
>

/** The fills of parts of a text, see "getRangeFills" in plugin-api.d.ts. They need no font. */
export function textRangeMembers(session: Session): Members<Ranges, string> {
  const { document } = session
  const within = (id: string, start: unknown, end: unknown): readonly TextRange[] => {
    const node = document.node(id)
    const [from, to] = readRange(node, start, end)
    return rangesOf(node).filter((range) => range.start < to && range.end > from)
  }
  const write = (
    op: string,
    id: string,
    [start, end]: readonly [number, number],
    value: unknown,
    given: Pick<TextRange, 'fills' | 'fillStyleId'>,
  ): void => {
    document.write(op, id, { start, end, value }, () =>
      document.patchNode(id, painted(document.node(id), { start, end, ...given })),
    )
  }
  return {
    getRangeFills(id, start, end) {
      const shown = within(id, start, end).map(({ fills, fillStyleId }) => {
        const style = document.styles.get(fillStyleId)
        return resolvePaints(document, style === undefined ? fills : fromText(style.paints))
      })
      return onlyOf(shown)?.slice() ?? MIXED
    },
    setRangeFills(id, start, end, value) {
      const range = readRange(document.node(id), start, end)
      const fills = readPaints(value, 'fills')
      write('setRangeFills', id, range, fills, { fills, fillStyleId: '' })
    },
    getStyledTextSegments(id, fields) {
      if (!fields.every((field) => SEGMENT_FIELDS.has(field))) {
        throw new NotEmulated(`TextNode.getStyledTextSegments([${fields.join(', ')}])`)
      }
      // All of an emulated text is of one font.
      const { characters, fontSize, fontName } = document.node(id)
      return rangesOf(document.node(id)).map(({ start, end, fills, fillStyleId }) => ({
        ...{ characters: characters.slice(start, end), start, end },
        ...(fields.includes('fills') ? { fills: [...resolvePaints(document, fills)] } : {}),
        ...(fields.includes('fillStyleId') ? { fillStyleId } : {}),
        ...(fields.includes('fontSize') ? { fontSize } : {}),
        ...(fields.includes('fontWeight') ? { fontWeight: weightOf(fontName) } : {}),
      })) as never
    },
    getRangeFillStyleId: (id, start, end) =>
      onlyOf(within(id, start, end).map(({ fillStyleId }) => fillStyleId)) ?? MIXED,
    async setRangeFillStyleIdAsync(id, start, end, value) {
      const styleId = expectType(value, 'styleId', 'string')
      const range = readRange(document.node(id), start, end)
      await Promise.resolve()
      const fills =
        styleId === '' ? document.node(id).fills : fromText(document.style(styleId).paints)
      write('setRangeFillStyleIdAsync', id, range, styleId, { fills, fillStyleId: styleId })
    },
  }
}

const SEGMENT_FIELDS: ReadonlySet<string> = new Set([
  'fills',
  'fillStyleId',
  'fontSize',
  'fontWeight',
])

/** See "fontWeight" in plugin-api.d.ts: 400 stands for "Regular". */
function weightOf({ style }: FontName): number {
  return style.startsWith('Bold') ? 700 : 400
}

/** Whether parts of a text have fills of their own, so that it has none as a whole. */
export function hasMixedText({ textRanges }: NodeRecord): boolean {
  return textRanges.length > 0
}

function readRange(node: NodeRecord, start: unknown, end: unknown): readonly [number, number] {
  const { length } = node.characters
  const [from, to] = [expectType(start, 'start', 'number'), expectType(end, 'end', 'number')]
  if (from < 0 || to > length || from >= to) {
    throw new Refusal(
      `Range outside of available characters. 'start' must be less than node.characters.length and 'end' must be less than or equal to node.characters.length`,
    )
  }
  return [from, to]
}

/** The ranges from the first character to the last. */
function rangesOf({
  characters,
  fills,
  fillStyleId,
  textRanges,
}: NodeRecord): readonly TextRange[] {
  const whole = { start: 0, end: characters.length, fills, fillStyleId }
  return textRanges.length === 0 ? [whole] : textRanges
}

function painted(node: NodeRecord, given: TextRange): Partial<NodeRecord> {
  const ranges = rangesOf(node).flatMap((range) => {
    const before = { ...range, end: Math.min(range.end, given.start) }
    const after = { ...range, start: Math.max(range.start, given.end) }
    return [before, after].filter(({ start, end }) => start < end)
  })
  const all = [...ranges, given].sort((one, other) => one.start - other.start)
  const first = onlyOf(all.map(({ fills, fillStyleId }) => ({ fills, fillStyleId })))
  return first === null ? { textRanges: all } : { ...first, textRanges: [] }
}

/** What all of them are; null where they differ. */
function onlyOf<T>(values: readonly T[]): T | null {
  const [first, ...others] = values
  const same = others.every((other) => JSON.stringify(other) === JSON.stringify(first))
  return first !== undefined && same ? first : null
}
