import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../../../ui/connect/field-problems.ts'

describe('the fields of the connect form', () => {
  it('are told apart where one of them is empty', () => {
    expect(fieldProblems({ clientId: '', clientSecret: 's', accessToken: 't' })).toEqual({
      clientId: 'Enter the client ID.',
      clientSecret: null,
      accessToken: null,
    })
    expect(fieldProblems({ clientId: 'a', clientSecret: '  ', accessToken: '\n' })).toEqual({
      clientId: null,
      clientSecret: 'Enter the client secret.',
      accessToken: 'Paste the access token.',
    })
  })
})
