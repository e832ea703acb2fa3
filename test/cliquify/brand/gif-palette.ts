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
  let boxes = [boxOf(bins)]
  while (boxes.length < 256) {
    const widest = boxes.reduce((a, b) => (b.spread > a.spread ? b : a))
    if (widest.spread === 0) break
    boxes = boxes.flatMap((box) => (box === widest ? split(box) : [box]))
  }
  const colors = boxes.map(average)
  const indexOf = new Map(boxes.flatMap((box, i) => box.bins.map((bin) => [bin.key, i] as const)))
  const indexes = new Uint8Array(data.length / 4)
  for (let i = 0; i < indexes.length; i++) indexes[i] = indexOf.get(keyAt(data, i * 4)) ?? 0
  return { colors, indexes }
}

function keyAt(data: Uint8ClampedArray, at: number): number {
  return (
    (((data[at] ?? 0) >> 3) << 10) | (((data[at + 1] ?? 0) >> 3) << 5) | ((data[at + 2] ?? 0) >> 3)
  )
}

interface Box {
  readonly bins: readonly Bin[]
  /** The channel in which its colors differ most, and by how much. */
  readonly channel: 0 | 1 | 2
  readonly spread: number
}

function boxOf(bins: readonly Bin[]): Box {
  const spreads = ([0, 1, 2] as const).map((channel) => {
    let [low, high] = [255, 0]
    for (const { rgb } of bins) {
      low = Math.min(low, rgb[channel])
      high = Math.max(high, rgb[channel])
    }
    return { channel, spread: Math.max(0, high - low) }
  })
  return { bins, ...spreads.reduce((a, b) => (b.spread > a.spread ? b : a)) }
}

function split({ bins, channel }: Box): Box[] {
  const sorted = [...bins].sort((a, b) => a.rgb[channel] - b.rgb[channel])
  const half = Math.ceil(sorted.length / 2)
  return [boxOf(sorted.slice(0, half)), boxOf(sorted.slice(half))]
}

function average({ bins }: Box): Rgb {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0)
  const mean = (channel: 0 | 1 | 2): number =>
    Math.round(bins.reduce((sum, bin) => sum + bin.rgb[channel] * bin.count, 0) / count)
  return [mean(0), mean(1), mean(2)]
}
