/** Longer ends are not looked at: none of them has room. */
const MOST = 100

/**
 * Where the end of a name begins that is kept when the name is cut, as an index: 0 where all of it
 * has room, else after the first break between words behind which it has, or a later one before
 * which all has room, too; else in the latter half of what is one piece. `room` is in the unit of
 * `widthOf`.
 */
export function endOf(name: string, room: number, widthOf: (text: string) => number): number {
  const first = Math.max(0, name.length - MOST)
  const hasRoom = (at: number): boolean => at >= first && widthOf(name.slice(at)) <= room
  if (hasRoom(0)) return 0
  let end = 0
  for (const { index, 0: apart } of name.matchAll(/[\s_/-]+(?=.)/gs)) {
    const at = index + apart.length
    const isFilled = widthOf(name.slice(0, at)) <= room
    if (hasRoom(at) && (end === 0 || isFilled)) end = at
    if (end > 0 && !isFilled) break
  }
  if (end > 0) return end
  for (const { index } of name.matchAll(/\P{M}/gu)) {
    if (index >= name.length / 2 && hasRoom(index)) return index
  }
  return 0
}
