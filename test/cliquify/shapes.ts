import { basename } from 'node:path'
import type { SampleFile, SampleFolder, SampleItem, SampleKit, SampleTag } from './brand/brand.ts'
import { showColors } from './color-shapes.ts'
import { contentType, extension } from './media-types.ts'
import type { Fields } from './settings.ts'

/** What the shapes of a reply depend on. */
export interface Showing {
  readonly fields: Fields
  /** Where media URLs point. */
  readonly mediaOrigin: string
}

/** Of the one video, rounded up. */
const VIDEO_SECONDS = 2

const MADE_BEFORE_UPDATE_MS = 86_400_000 * 30

type Json = Record<string, unknown>

function showId(id: number, fields: Fields): number | string {
  return fields.ids === 'string' ? String(id) : id
}

function showName(name: string, fields: Fields): Json {
  return fields.name === 'none' ? {} : { [fields.name]: name }
}

export function showKit(kit: SampleKit, { fields, mediaOrigin }: Showing): Json {
  return {
    id: showId(kit.id, fields),
    ...showName(kit.name, fields),
    ...showDate(kit.updatedAt, fields),
    ...(fields.kitInsides && {
      colors: showColors(kit.palettes, fields),
      logos: kit.logos.map((logo) => showFile(logo, { fields, mediaOrigin })),
    }),
  }
}

export function showFile(file: SampleFile, { fields, mediaOrigin }: Showing): Json {
  const version = file.version === 1 ? '' : `?v=${file.version}`
  const url = (path: string): string => {
    if (fields.urls === 'relative') return encodeURI(`/media/${path}`) + version
    const escaped = fields.urls === 'unescaped' ? path : encodeURI(path)
    return `${mediaOrigin}/media/${escaped}${version}`
  }
  return {
    id: showId(file.id, fields),
    ...showName(file.name, fields),
    file_name: basename(file.path),
    ...(file.format === 'webm' && fields.videos === 'video_url'
      ? { video_url: url(file.path), duration: VIDEO_SECONDS }
      : { [fields.media]: url(file.path) }),
    ...(fields.thumbnail !== 'none' && { [fields.thumbnail]: url(`thumbs/${file.path}.png`) }),
    ...showKind(file, fields),
    width: file.width,
    height: file.height,
    created_at: new Date(file.updatedAt - MADE_BEFORE_UPDATE_MS).toISOString(),
    web_url: `https://app.cliquify.me/files/${file.id}`,
    ...showDate(file.updatedAt, fields),
  }
}

function showKind({ format }: SampleFile, { kind }: Fields): Json {
  switch (kind) {
    case 'none':
      return {}
    case 'mime_type':
      return { mime_type: contentType(format) }
    case 'extension':
      return { extension: extension(format) }
    case 'type':
    case 'file_type':
      return { [kind]: format === 'webm' ? 'video' : format === 'pdf' ? 'document' : 'image' }
  }
}

export function showItem(
  item: SampleItem,
  folders: readonly SampleFolder[],
  tags: readonly SampleTag[],
  showing: Showing,
): Json {
  return {
    ...showFile(item, showing),
    ...showItemFolder(item.folderId, folders, showing.fields),
    tags: item.tagIds.flatMap((id) => {
      const tag = tags.find((one) => one.id === id)
      if (tag === undefined) return []
      if (showing.fields.tags === 'strings') return [tag.name]
      return [showing.fields.tags === 'ids' ? showId(id, showing.fields) : showTag(tag, showing)]
    }),
  }
}

function showItemFolder(
  folderId: number | null,
  folders: readonly SampleFolder[],
  fields: Fields,
): Json {
  const id = folderId === null ? null : showId(folderId, fields)
  if (fields.folder === 'id') return { folder_id: id }
  const name = folders.find((folder) => folder.id === folderId)?.name
  if (name === undefined) return { folder: null }
  return { folder: fields.folder === 'name' ? name : { id, ...showName(name, fields) } }
}

export function showTag(tag: SampleTag, { fields }: Showing): Json {
  return { id: showId(tag.id, fields), ...showName(tag.name, fields) }
}

export function showFolders(folders: readonly SampleFolder[], { fields }: Showing): Json[] {
  const shown = (folder: SampleFolder): Json => ({
    id: showId(folder.id, fields),
    ...showName(folder.name, fields),
  })
  if (fields.folders === 'parent_id') {
    return folders.map((folder) => ({
      ...shown(folder),
      parent_id: folder.parentId === null ? null : showId(folder.parentId, fields),
    }))
  }
  const inside = (parentId: number | null): Json[] =>
    folders
      .filter((folder) => folder.parentId === parentId)
      .map((folder) => ({ ...shown(folder), children: inside(folder.id) }))
  return inside(null)
}

/** An item as JSON:API packages write it, see jsonapi.org; what is no record stays as it is. */
export function jsonApi(type: string, item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
  const { id, ...attributes }: { readonly id?: string | number } = item
  return { ...(id !== undefined && { id: String(id) }), type, attributes }
}

function showDate(time: number, { date, dateFormat }: Fields): Json {
  if (date === 'none') return {}
  const iso = new Date(time).toISOString()
  return { [date]: dateFormat === 'iso' ? iso : iso.slice(0, 19).replace('T', ' ') }
}
