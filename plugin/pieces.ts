import { fromJson, jsonPieces, type Json, type JsonPieces } from '../shared/json.ts'
import { inSlices, LONG, type Steps } from './pace.ts'

/** Reads a list that crossed in pieces, giving way before each of them. */
export function readPieces<T>(pieces: JsonPieces<T>): Promise<readonly T[]> {
  return inSlices(read(pieces))
}

/** Makes a list ready to cross, giving way after each piece. */
export function toPieces<T>(list: readonly T[]): Promise<JsonPieces<T>> {
  return inSlices(write(list))
}

function* read<T>(pieces: JsonPieces<T>): Steps<readonly T[]> {
  const list: T[] = []
  for (const piece of pieces) {
    yield LONG
    list.push(...fromJson(piece))
  }
  return list
}

function* write<T>(list: readonly T[]): Steps<JsonPieces<T>> {
  const pieces: Json<readonly T[]>[] = []
  for (const piece of jsonPieces(list)) {
    pieces.push(piece)
    yield LONG
  }
  return pieces
}
