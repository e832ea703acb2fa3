import type { DurableObjectStorage } from 'cloudflare:workers'
import { openRows, sweepRows, type Sql } from '../sql-rows.ts'
import type { Storage } from '../storage.ts'

/** A row of a Durable Object has at most 2 MB; the rest of it is short. */
const LARGEST_VALUE = 1_900_000

/** The database of a Durable Object. Nothing is answered before what was written is on disk. */
export function openDurableStorage(storage: DurableObjectStorage, now: () => number): Storage {
  const sql: Sql = {
    all: (statement, ...values) => storage.sql.exec(statement, ...values).toArray(),
    run: (statement, ...values) => storage.sql.exec(statement, ...values).rowsWritten,
  }
  const rows = openRows(sql, now)
  return {
    largest: LARGEST_VALUE,
    transact: (work) => storage.transactionSync(() => work(rows)),
    sweep: () => sweepRows(sql, now()),
  }
}
