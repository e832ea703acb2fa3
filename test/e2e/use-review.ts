import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { OpenFile } from './desk.ts'
import { openReviewDesk, type ReviewDesk } from './review-desk.ts'

interface Review {
  readonly desk: ReviewDesk
  /** Of Ada, who has connected Zoho Cliq. */
  readonly file: OpenFile
}

/**
 * The desk and the file of a file of tests, given while they run. Each begins at the screen, on
 * a desk that is as at its start.
 */
export function useReview(): () => Review {
  let desk: ReviewDesk
  let file: OpenFile
  beforeAll(async () => {
    desk = await openReviewDesk()
    file = await desk.openConnected('Ada')
  })
  afterAll(() => desk.close())
  beforeEach(() => desk.beginAnew(file))
  return () => ({ desk, file })
}
