import { Hono, type Context } from 'hono'
import { isRecord } from '../../shared/cliquify/value.ts'
import type { Channel, StandInCentre, World } from './world.ts'

const WINDOW_MS = 60_000
const LOCK_MS = 600_000
const PAGE_SIZE = 100
const QUERY = ['joined', 'limit', 'next_token', 'level', 'status', 'name']
const THEMES = ['basic', 'prompt', 'poll', 'modern-inline']

interface Wrong {
  readonly status: 400 | 401 | 403 | 404 | 413 | 429
  readonly body: Readonly<Record<string, string>>
}

/** Cliq's API of one data centre. */
export function cliq(world: World, centre: StandInCentre): Hono {
  const app = new Hono().basePath('/api/v2')

  /** Who asks, if they may and have not asked too often. */
  function userOf(c: Context, scope: string, kind: string, perMinute: number): string | Wrong {
    const header = c.req.header('authorization') ?? ''
    const [, text = ''] = /^(?:Zoho-oauthtoken|Bearer) (.+)$/.exec(header) ?? []
    const token = world.accessTokens.get(text)
    if (token?.of.centre !== centre || world.now() >= token.expiresAt) {
      return wrong(401, 'oauthtoken_invalid', 'Request was rejected because of invalid AuthToken.')
    }
    const { user, scopes } = token.of
    if (!scopes.includes(scope)) {
      return wrong(401, 'oauthtoken_scope_invalid', 'The scope of the token is not enough.')
    }
    const limit = world.limits.get(`${kind} ${user}`) ?? { times: [], lockedUntil: 0 }
    world.limits.set(`${kind} ${user}`, limit)
    const at = world.now()
    const recent = limit.times.filter((time) => time > at - WINDOW_MS)
    if (at >= limit.lockedUntil && recent.length < perMinute) {
      limit.times.push(at)
      return user
    }
    if (at >= limit.lockedUntil) limit.lockedUntil = at + LOCK_MS
    return world.settings.overLimit === 'documented'
      ? { status: 429, body: { message: 'Too many requests within a certain time frame.' } }
      : wrong(400, 'request_limit_exceeded', 'You have exceeded the URL throttle limits.')
  }

  /** Where the person may post. */
  function channelOf(c: Context): Channel | Wrong {
    const found = world.channels.find(({ uniqueName }) => uniqueName === c.req.param('name'))
    if (found === undefined || found.state === 'left') {
      return { status: 404, body: { message: 'The resource does not exist.' } }
    }
    if (found.state === 'open') return found
    return { status: 403, body: { message: 'The user does not have enough permission.' } }
  }

  app.get('/channels', (c) => {
    const user = userOf(c, 'ZohoCliq.Channels.READ', 'channels', 20)
    if (typeof user !== 'string') return answer(c, user)
    const query = new URL(c.req.url).searchParams
    const limit = Number(query.get('limit') ?? 50)
    const isKnown = [...query.keys()].every((key) => QUERY.includes(key))
    if (!isKnown || !(limit >= 1 && limit <= PAGE_SIZE)) return answer(c, malformed())
    const begin = Number(query.get('next_token') ?? 0)
    const mine = world.channels.filter(({ state }) => state !== 'left')
    const page = mine.slice(begin, begin + limit)
    const hasMore = mine.length > begin + limit
    return c.json({
      has_more: hasMore,
      ...(hasMore ? { next_token: String(begin + limit) } : {}),
      channels: page.map(({ uniqueName, name }, at) => ({
        name: `#${name}`,
        channel_id: `P${begin + at}`,
        chat_id: `CT_${begin + at}`,
        unique_name: uniqueName,
        level: 'organization',
        status: 'created',
        participant_count: 3,
      })),
    })
  })

  app.post('/channelsbyname/:name/message', async (c) => {
    const user = userOf(c, 'ZohoCliq.Webhooks.CREATE', 'message', 50)
    if (typeof user !== 'string') return answer(c, user)
    const channel = channelOf(c)
    if ('body' in channel) return answer(c, channel)
    const body: unknown = await c.req.json().catch(() => null)
    if (!isMessage(body)) return answer(c, malformed())
    channel.posts.push({ is: 'message', by: user, body })
    return c.body(null, 204)
  })

  app.post('/channelsbyname/:name/files', async (c) => {
    const user = userOf(c, 'ZohoCliq.Webhooks.CREATE', 'files', 20)
    if (typeof user !== 'string') return answer(c, user)
    const channel = channelOf(c)
    if ('body' in channel) return answer(c, channel)
    const isForm = c.req.header('content-type')?.startsWith('multipart/form-data') === true
    if (!isForm) return answer(c, malformed())
    const form = await c.req.formData()
    const isKnown = [...form.keys()].every((key) => key === 'files' || key === 'comments')
    const files = form.getAll('files').filter((value) => value instanceof File)
    if (!isKnown || files.length === 0) return answer(c, malformed())
    if (files.some(({ size }) => size > world.settings.largestFile)) {
      return answer(c, wrong(413, 'file_size_exceeded', 'The file is too large.'))
    }
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      channel.posts.push({ is: 'file', by: user, name: file.name, bytes })
    }
    return c.body(null, 204)
  })

  return app
}

function wrong(status: Wrong['status'], code: string, message: string): Wrong {
  return { status, body: { code, message } }
}

function malformed(): Wrong {
  return wrong(400, 'invalid_parameters', 'The request cannot be performed.')
}

function answer(c: Context, { status, body }: Wrong): Response {
  return c.json(body, status)
}

/** A text, with a card and buttons that open an address. */
function isMessage(body: unknown): body is Readonly<Record<string, unknown>> {
  if (!isRecord(body) || !hasOnly(body, ['text', 'card', 'buttons'])) return false
  const { text, card, buttons = [] } = body
  if (typeof text !== 'string' || text === '' || text.length > 10_000) return false
  if (card !== undefined) {
    if (!isRecord(card) || !hasOnly(card, ['title', 'theme', 'thumbnail'])) return false
    if (typeof card['title'] !== 'string' || !THEMES.includes(String(card['theme']))) return false
  }
  return Array.isArray(buttons) && buttons.length <= 5 && buttons.every(isButton)
}

function isButton(button: unknown): boolean {
  if (!isRecord(button) || !hasOnly(button, ['label', 'type', 'key', 'action'])) return false
  const { label, type, action } = button
  const isLabelled = typeof label === 'string' && label !== '' && label.length <= 20
  if (!isLabelled || (type !== '+' && type !== '-') || !isRecord(action)) return false
  const { data } = action
  return action['type'] === 'open.url' && isRecord(data) && URL.canParse(String(data['web']))
}

function hasOnly(record: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return Object.keys(record).every((key) => keys.includes(key))
}
