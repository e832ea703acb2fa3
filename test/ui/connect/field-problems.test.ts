import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../../../ui/connect/field-problems.ts'

describe('the fields of the connect form', () => {
  it('are told apart where one of them is empty', () => {
    expect(fieldProblems({ clientId: '', clientSecret: 's' })).toEqual({
      clientId: 'Enter the client ID.',
      clientSecret: null,
    })
    expect(fieldProblems({ clientId: 'a', clientSecret: '  ' })).toEqual({
      clientId: null,
      clientSecret: 'Enter the client secret.',
    })
  })

  it('are fine when both are filled in', () => {
    expect(fieldProblems({ clientId: 'a', clientSecret: 's' })).toEqual({
      clientId: null,
      clientSecret: null,
    })
  })
})
