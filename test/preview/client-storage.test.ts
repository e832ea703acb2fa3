import { describe, expect, it } from 'vitest'
import { decodeStored, encodeStored } from './page/client-storage.ts'

describe('clientStorage in the page', () => {
  it('comes back as it was, bytes included', () => {
    const values = {
      session: { clientId: 'a', expiresAt: 12, secret: null },
      'thumb:1': { bytes: new Uint8Array([0, 255, 7]), tags: ['x'] },
    }
    expect(decodeStored(encodeStored(values))).toEqual(values)
  })
})
