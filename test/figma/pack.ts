/**
 * Values as they cross the border of QuickJS: JSON with tags for what JSON lacks, and the bytes
 * beside it. Both sides use this file.
 */
export interface Packed {
  readonly text: string
  readonly chunks: readonly Uint8Array[]
}

const TAG = '$'

/** Packs plain data, Date, undefined and Uint8Array. */
export function pack(value: unknown): Packed {
  const chunks: Uint8Array[] = []
  return { text: JSON.stringify(encode(value, chunks)), chunks }
}

export function unpack({ text, chunks }: Packed): unknown {
  return decode(JSON.parse(text), chunks)
}

function encode(item: unknown, chunks: Uint8Array[]): unknown {
  if (item === undefined) return { [TAG]: 'undefined' }
  if (typeof item === 'number' && !Number.isFinite(item)) {
    return { [TAG]: 'number', value: String(item) }
  }
  if (typeof item !== 'object' || item === null) return item
  if (item instanceof Uint8Array) return { [TAG]: 'bytes', index: chunks.push(item) - 1 }
  if (item instanceof Date) return { [TAG]: 'date', value: item.getTime() }
  if (Array.isArray(item)) return item.map((member: unknown) => encode(member, chunks))
  const entries = Object.entries(item).map(
    ([key, member]) => [key, encode(member, chunks)] as const,
  )
  return TAG in item ? { [TAG]: 'object', entries } : Object.fromEntries(entries)
}

function decode(item: unknown, chunks: readonly Uint8Array[]): unknown {
  if (typeof item !== 'object' || item === null) return item
  if (Array.isArray(item)) return item.map((member: unknown) => decode(member, chunks))
  const fields = item as Readonly<Record<string, unknown>>
  switch (fields[TAG]) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(fields['value'])
    case 'bytes':
      return chunks[Number(fields['index'])]
    case 'date':
      return new Date(Number(fields['value']))
    case 'object': {
      const entries = fields['entries'] as readonly (readonly [string, unknown])[]
      return Object.fromEntries(entries.map(([key, member]) => [key, decode(member, chunks)]))
    }
    default:
      return Object.fromEntries(
        Object.entries(fields).map(([key, member]) => [key, decode(member, chunks)]),
      )
  }
}
