import type { QuickItem } from '../../shared/protocol.ts'

const KINDS: Readonly<Record<QuickItem['kind'], string>> = {
  logo: 'Logo',
  asset: 'Asset',
  template: 'Template',
}

/**
 * How each item is called in a list: by its name, and by as much more as tells those of one name
 * apart: the kind, the kit, at last a number.
 */
export function labelItems(items: readonly QuickItem[]): readonly string[] {
  const plain = items.map(({ name }) => name)
  const withKind = items.map(({ name, kind }) => `${name} · ${KINDS[kind]}`)
  const withKit = items.map(({ name, kind, kitName }) =>
    [name, KINDS[kind], ...(kitName === null ? [] : [kitName])].join(' · '),
  )
  const taken = new Map<string, number>()
  return items.map((_, position) => {
    const label =
      [plain, withKind].find((labels) => isOnlyOne(labels, position))?.[position] ??
      withKit[position] ??
      ''
    const count = (taken.get(label) ?? 0) + 1
    taken.set(label, count)
    return count === 1 ? label : `${label} (${count})`
  })
}

function isOnlyOne(labels: readonly string[], position: number): boolean {
  return labels.every((label, other) => other === position || label !== labels[position])
}
