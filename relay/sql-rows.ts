import type { Rows, Table, Tables } from './storage.ts'

/** SQLite, a statement at a time; what it is in Node and in a Durable Object differs in no more. */
export interface Sql {
  all(statement: string, ...values: SqlValue[]): readonly Readonly<Record<string, unknown>>[]
  /** How many rows it has changed, at least where it is none. */
  run(statement: string, ...values: SqlValue[]): number
}

export type SqlValue = string | number | null

const TABLE = `CREATE TABLE IF NOT EXISTS rows (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  expires_at INTEGER,
  UNIQUE (kind, key)
)`
const IN_FORCE = '(expires_at IS NULL OR expires_at > ?)'
const GET = `SELECT value FROM rows WHERE kind = ? AND key = ? AND ${IN_FORCE}`
const PUT = 'INSERT OR REPLACE INTO rows (kind, key, value, expires_at) VALUES (?, ?, ?, ?)'
const DELETE = 'DELETE FROM rows WHERE kind = ? AND key = ?'
const ALL = `SELECT key, value, expires_at FROM rows WHERE kind = ? AND ${IN_FORCE} ORDER BY id`
const COUNT = `SELECT count(*) AS n FROM rows WHERE kind = ? AND ${IN_FORCE}`
const KEEP_LATEST = `DELETE FROM rows WHERE kind = ? AND id NOT IN (
  SELECT id FROM rows WHERE kind = ? ORDER BY id DESC LIMIT ?)`
const SWEEP = 'DELETE FROM rows WHERE expires_at <= ?'

/** The rows in this database, in a table that is made where there is none. */
export function openRows(sql: Sql, now: () => number): Rows {
  sql.run(TABLE)
  return {
    get(table, key) {
      const [found] = sql.all(GET, table, key, now())
      return found === undefined ? null : valueOf(table, found)
    },
    put(table, key, value, expiresAt) {
      sql.run(PUT, table, key, JSON.stringify(value), expiresAt)
    },
    delete: (table, key) => sql.run(DELETE, table, key) > 0,
    all: (table) =>
      sql.all(ALL, table, now()).map((row) => ({
        key: String(row['key']),
        value: valueOf(table, row),
        expiresAt: typeof row['expires_at'] === 'number' ? row['expires_at'] : null,
      })),
    count: (table) => Number(sql.all(COUNT, table, now())[0]?.['n'] ?? 0),
    keepLatest(table, most) {
      sql.run(KEEP_LATEST, table, table, most)
    },
  }
}

/** Deletes what has expired. */
export function sweepRows(sql: Sql, now: number): void {
  sql.run(SWEEP, now)
}

/** Only this file writes rows, each with a value of its table. */
function valueOf<T extends Table>(_table: T, row: Readonly<Record<string, unknown>>): Tables[T] {
  return JSON.parse(String(row['value'])) as Tables[T]
}
