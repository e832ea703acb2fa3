import { describe, expect, it } from 'vitest'
import { ConfigurationError, readConfiguration } from '../../relay/configuration.ts'
import { environmentOf } from './open-relay.ts'

const GOOD = environmentOf('https://oauth.cliquify.me', {
  origin: 'https://relay.example.com',
  data: '/var/lib/relay',
  port: 8080,
})

function problemsOf(changes: Record<string, string>): readonly string[] {
  try {
    readConfiguration({ ...GOOD, ...changes })
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message.split('\n')
    throw error
  }
  return []
}

describe('the environment of the relay', () => {
  it('is enough as documented, with Cliquify’s own address by default', () => {
    expect(problemsOf({})).toEqual([])
    expect(readConfiguration({ ...GOOD, CLIQUIFY_ORIGIN: '' }).cliquify.origin).toBe(
      'https://oauth.cliquify.me',
    )
  })

  it.each([
    ['CLIQUIFY_CLIENT_ID', ''],
    ['CLIQUIFY_CLIENT_SECRET', ''],
    ['CLIQUIFY_ORIGIN', 'oauth.cliquify.me'],
    ['CLIQUIFY_ORIGIN', 'http://oauth.cliquify.me'],
    ['CLIQUIFY_ORIGIN', 'https://oauth.cliquify.me/api'],
    ['RELAY_ORIGIN', ''],
    ['RELAY_ORIGIN', 'http://relay.example.com'],
    ['RELAY_ORIGIN', 'https://user@relay.example.com'],
    ['RELAY_SECRET', ''],
    ['RELAY_SECRET', 'short'],
    ['RELAY_DATA', ' '],
    ['PORT', ''],
    ['PORT', '80a'],
    ['PORT', '65536'],
  ])('stops the start with one sentence where %s is “%s”', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} .*\\.$`))
  })

  it('lets plain http stand on this machine', () => {
    for (const origin of ['http://localhost:1234', 'http://127.0.0.1:1', 'http://[::1]:1']) {
      expect(problemsOf({ RELAY_ORIGIN: origin, CLIQUIFY_ORIGIN: origin })).toEqual([])
    }
  })

  it('tells all that is wrong at once, and never a value', () => {
    const problems = problemsOf({ RELAY_SECRET: 'hunter2', PORT: 'hunter2', RELAY_DATA: '' })
    expect(problems).toHaveLength(3)
    expect(problems.join()).not.toContain('hunter2')
  })
})
