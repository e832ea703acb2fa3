import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { isRecord } from '../../shared/cliquify/value.ts'
import { openRows, sweepRows, type Sql } from '../sql-rows.ts'
import type { Storage } from '../storage.ts'

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
  const prepared = new Map<string, Database.Statement>()
  function statement(text: string): Database.Statement {
    const found = prepared.get(text) ?? database.prepare(text)
    prepared.set(text, found)
    return found
  }
  const sql: Sql = {
    all: (text, ...values) =>
      statement(text)
        .all(...values)
        .filter(isRecord),
    run: (text, ...values) => statement(text).run(...values).changes,
  }
  const rows = openRows(sql, now)

  return {
    largest: Infinity,
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
      sweepRows(sql, now())
    },
    close() {
      database.close()
    },
  }
}
