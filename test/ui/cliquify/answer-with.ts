import type { Cliquify } from '../../cliquify/server.ts'

/** Has a path answer so, the next `times` requests or all of them. */
export function answerWith(
  api: Cliquify,
  path: string,
  status: number,
  body: unknown,
  times: number | null = null,
): void {
  api.addFault({ path, times, effect: { type: 'status', status, body } })
}

/** An asset or logo, as the API tells it. */
export const item = (id: number): object => ({ id, name: `Item ${id}`, url: `/media/${id}.png` })
