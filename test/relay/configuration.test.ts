import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { bearerOf } from '../../relay/bearer.ts'
import { ConfigurationError } from '../../relay/environment.ts'
import { readNodeConfiguration } from '../../relay/node/configuration.ts'
import { environmentOf } from './open-relay.ts'

const GOOD = environmentOf('https://oauth.cliquify.me', {
  origin: 'https://relay.example.com',
  data: '/var/lib/relay',
  port: 8080,
})

const OPENID = {
  OIDC_ISSUER: 'https://login.example.com/tenant',
  OIDC_CLIENT_ID: 'relay',
  OIDC_CLIENT_SECRET: 'hunter2',
  OIDC_EMAIL_DOMAINS: 'example.com, Example.ORG',
}

const ZOHO = { ZOHO_CLIENT_ID: '1000.ID', ZOHO_CLIENT_SECRET: 'hunter2' }

const FILES: Record<string, string> = {
  good: '{"apiUrl":"https://evil.example/","credentials":{"clientId":"c","clientSecret":"s"}}',
  basic: '{"credentials":{"type":"basic","username":"u","password":"p"}}',
  cut: '{"credentials":{"cli',
  other: '[]',
}
const readFile = (path: string): string | null => FILES[path] ?? null

function problemsOf(changes: Record<string, string>): readonly string[] {
  try {
    readNodeConfiguration({ ...GOOD, ...changes }, readFile)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message.split('\n')
    throw error
  }
  return []
}

describe('the environment of the relay', () => {
  it('is enough as documented, with Cliquify’s own address by default', () => {
    expect(problemsOf({})).toEqual([])
    expect(readNodeConfiguration({ ...GOOD, CLIQUIFY_ORIGIN: '' }).cliquify.origin).toBe(
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
    ['RELAY_SECRET', 'fifteen-letters'],
    ['RELAY_SECRET', 'x'.repeat(201)],
    ['RELAY_SECRET', 'four words of a secret'],
    ['RELAY_SECRET', 'ein-langes-geheimnis-für-uns'],
    ['RELAY_DATA', ' '],
    ['PORT', ''],
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['CLARIFY_CREDENTIALS_FILE', 'missing'],
    ['CLARIFY_CREDENTIALS_FILE', 'basic'],
    ['CLARIFY_CREDENTIALS_FILE', 'cut'],
    ['CLARIFY_CREDENTIALS_FILE', 'other'],
    ['CLARIFY_API_URL', 'https://api.clarify.io.evil.example/v1/'],
    ['CLARIFY_API_URL', 'http://api.clarify.io/v1/'],
    ['CLARIFY_API_URL', 'https://evil.example/v1/'],
    ['CLARIFY_API_URL', 'http://localhost:1/v1'],
    ['ZOHO_CLIENT_ID', ''],
    ['ZOHO_CLIENT_SECRET', ' '],
    ['ZOHO_ORIGIN', 'https://accounts.zoho.com'],
    ['ZOHO_ORIGIN', 'https://evil.example'],
    ['ZOHO_ORIGIN', 'http://localhost.evil.example'],
    ['ZOHO_ORIGIN', 'http://localhost:1/path'],
  ])('stops the start with one sentence where %s is “%s”', (name, value) => {
    const problems = problemsOf({ ...ZOHO, [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} .*\\.$`))
  })

  it('takes for a secret what its own commands can send as a token', async () => {
    for (const secret of ['sixteen-letters!', 'x'.repeat(200)]) {
      expect(problemsOf({ RELAY_SECRET: secret })).toEqual([])
      const bearing = new Hono().get('/', (c) => c.text(bearerOf(c) ?? 'none'))
      const headers = { Authorization: `Bearer ${secret}` }
      expect(await (await bearing.request('/', { headers })).text()).toBe(secret)
    }
  })

  it('has people sign in at an OpenID provider where one is named, by domains in any case', () => {
    expect(readNodeConfiguration(GOOD).signIn).toEqual({ by: 'invitation' })
    expect(readNodeConfiguration({ ...GOOD, ...OPENID }).signIn).toEqual({
      by: 'openid',
      issuer: 'https://login.example.com/tenant',
      clientId: 'relay',
      clientSecret: 'hunter2',
      domains: ['example.com', 'example.org'],
    })
    expect(problemsOf({ ...OPENID, OIDC_ISSUER: 'http://localhost:1234' })).toEqual([])
  })

  it.each([
    ['OIDC_ISSUER', ''],
    ['OIDC_ISSUER', 'login.example.com'],
    ['OIDC_ISSUER', 'http://login.example.com'],
    ['OIDC_ISSUER', 'https://user:password@login.example.com'],
    ['OIDC_ISSUER', 'https://login.example.com/?tenant=1'],
    ['OIDC_ISSUER', 'ftp://localhost'],
    ['OIDC_CLIENT_ID', ''],
    ['OIDC_CLIENT_SECRET', ' '],
    ['OIDC_EMAIL_DOMAINS', ''],
    ['OIDC_EMAIL_DOMAINS', '@example.com'],
    ['OIDC_EMAIL_DOMAINS', '*.example.com'],
    ['OIDC_EMAIL_DOMAINS', 'example.com; example.org'],
    ['OIDC_EMAIL_DOMAINS', 'com'],
  ])('stops the start with one sentence where, with OpenID, %s is “%s”', (name, value) => {
    const problems = problemsOf({ ...OPENID, [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} .*\\.$`))
  })

  it('takes of Clarify’s file the ID and the secret alone, never an address', () => {
    expect(readNodeConfiguration(GOOD).clarify).toBeNull()
    const named = { ...GOOD, CLARIFY_CREDENTIALS_FILE: 'good' }
    expect(readNodeConfiguration(named, readFile).clarify).toEqual({
      apiUrl: 'https://api.clarify.io/v1/',
      credentials: { clientId: 'c', clientSecret: 's' },
    })
  })

  it('sends for review with a client of Zoho’s, at Zoho’s own addresses', () => {
    expect(readNodeConfiguration(GOOD).zoho).toBeNull()
    expect(readNodeConfiguration({ ...GOOD, ...ZOHO }).zoho).toEqual({
      clientId: '1000.ID',
      clientSecret: 'hunter2',
      standIn: null,
    })
    expect(problemsOf({ ...ZOHO, ZOHO_ORIGIN: 'http://localhost:1234' })).toEqual([])
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
