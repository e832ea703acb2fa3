import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import type { Rows, Storage, Table, Tables } from '../storage.ts'

const FILE = 'relay.sqlite'

export interface SqliteStorage extends Storage {
  close(): void
}

/** Opens, or makes, the database in this folder; several processes may have it open. */
export function openSqlite(folder: string, now: () => number): SqliteStorage {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE)
  const database = new Database(path)
  chmodSync(path, 0o600)
  database.exec('PRAGMA busy_timeout = 5000')
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA secure_delete = ON')
  database.exec(`CREATE TABLE IF NOT EXISTS rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    expires_at INTEGER,
    UNIQUE (kind, key)
  )`)
  const inForce = '(expires_at IS NULL OR expires_at > ?)'
  const get = database.prepare(`SELECT value FROM rows WHERE kind = ? AND key = ? AND ${inForce}`)
  const put = database.prepare(
    'INSERT OR REPLACE INTO rows (kind, key, value, expires_at) VALUES (?, ?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM rows WHERE kind = ? AND key = ?')
  const all = database.prepare(
    `SELECT key, value, expires_at FROM rows WHERE kind = ? AND ${inForce} ORDER BY id`,
  )
  const count = database.prepare(`SELECT count(*) AS n FROM rows WHERE kind = ? AND ${inForce}`)
  const keepLatest = database.prepare(`DELETE FROM rows WHERE kind = ? AND id NOT IN (
    SELECT id FROM rows WHERE kind = ? ORDER BY id DESC LIMIT ?)`)
  const sweep = database.prepare('DELETE FROM rows WHERE expires_at <= ?')

  const rows: Rows = {
    get(table, key) {
      const found = get.get(table, key, now())
      return isRecord(found) ? valueOf(table, found) : null
    },
    put(table, key, value, expiresAt) {
      put.run(table, key, JSON.stringify(value), expiresAt)
    },
    delete: (table, key) => remove.run(table, key).changes > 0,
    all: (table) =>
      all
        .all(table, now())
        .filter(isRecord)
        .map((row) => ({
          key: String(row['key']),
          value: valueOf(table, row),
          expiresAt: typeof row['expires_at'] === 'number' ? row['expires_at'] : null,
        })),
    count(table) {
      const found = count.get(table, now())
      return isRecord(found) ? Number(found['n']) : 0
    },
    keepLatest(table, most) {
      keepLatest.run(table, table, most)
    },
  }

  return {
    transact(work) {
      // Immediate: what it reads first must still be so when it writes.
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = work(rows)
        database.exec('COMMIT')
        return result
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    sweep() {
      sweep.run(now())
    },
    close() {
      database.close()
    },
  }
}

/** Only this file writes rows, each with a value of its table. */
function valueOf<T extends Table>(_table: T, row: Record<string, unknown>): Tables[T] {
  return JSON.parse(String(row['value'])) as Tables[T]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
