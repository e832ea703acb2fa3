import type { Pixels } from './raster.ts'

type Rgb = readonly [number, number, number]

interface Bin {
  readonly rgb: Rgb
  readonly key: number
  readonly count: number
}

/** At most 256 colors by median cut over 5 bits a channel, and each pixel's index. */
export function paletteOf({ data }: Pixels): { colors: Rgb[]; indexes: Uint8Array } {
  const sums = new Map<number, [number, number, number, number]>()
  for (let i = 0; i < data.length; i += 4) {
    const key = keyAt(data, i)
    const sum = sums.get(key) ?? [0, 0, 0, 0]
    sum[0] += data[i] ?? 0
    sum[1] += data[i + 1] ?? 0
    sum[2] += data[i + 2] ?? 0
    sum[3]++
    sums.set(key, sum)
  }
  const bins = [...sums].map(([key, [r, g, b, count]]): Bin => ({
    key,
    count,
    rgb: [r / count, g / count, b / count],
  }))
  let boxes: Bin[][] = [bins]
  while (boxes.length < 256) {
    const widest = boxes.filter((box) => box.length > 1).sort((a, b) => weight(b) - weight(a))[0]
    if (widest === undefined) break
    boxes = boxes.flatMap((box) => (box === widest ? split(box) : [box]))
  }
  const colors = boxes.map(average)
  const indexOf = new Map(boxes.flatMap((box, i) => box.map((bin) => [bin.key, i] as const)))
  const indexes = new Uint8Array(data.length / 4)
  for (let i = 0; i < indexes.length; i++) indexes[i] = indexOf.get(keyAt(data, i * 4)) ?? 0
  return { colors, indexes }
}

function keyAt(data: Uint8ClampedArray, at: number): number {
  return (
    (((data[at] ?? 0) >> 3) << 10) | (((data[at + 1] ?? 0) >> 3) << 5) | ((data[at + 2] ?? 0) >> 3)
  )
}

function range(box: readonly Bin[], channel: 0 | 1 | 2): number {
  const values = box.map((bin) => bin.rgb[channel])
  return Math.max(...values) - Math.min(...values)
}

function weight(box: readonly Bin[]): number {
  return Math.max(range(box, 0), range(box, 1), range(box, 2))
}

function split(box: readonly Bin[]): Bin[][] {
  const channels: readonly (0 | 1 | 2)[] = [0, 1, 2]
  const channel = channels.reduce((a, b) => (range(box, b) > range(box, a) ? b : a))
  const sorted = [...box].sort((a, b) => a.rgb[channel] - b.rgb[channel])
  const half = Math.ceil(sorted.length / 2)
  return [sorted.slice(0, half), sorted.slice(half)]
}

function average(box: readonly Bin[]): Rgb {
  const count = box.reduce((sum, bin) => sum + bin.count, 0)
  const mean = (channel: 0 | 1 | 2): number =>
    Math.round(box.reduce((sum, bin) => sum + bin.rgb[channel] * bin.count, 0) / count)
  return [mean(0), mean(1), mean(2)]
}
