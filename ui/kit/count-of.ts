/** "1 color", "2 colors", "1,500 colors". */
export function countOf(count: number, noun: string): string {
  const digits = count < 1000 ? count : count.toLocaleString('en')
  return `${digits} ${noun}${count === 1 ? '' : 's'}`
}
