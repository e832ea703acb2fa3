import { fromJson, jsonPieces, type Json, type JsonPieces } from '../shared/json.ts'
import { inSlices, LONG, type Steps } from './pace.ts'

/** Reads a list that crossed in pieces, giving way before each of them. */
export function readPieces<T>(pieces: JsonPieces<T>): Promise<readonly T[]> {
  return inSlices(read(pieces))
}

/** Makes what a list has, or will have, ready to cross; gives way after each piece. */
export function toPieces<T>(members: Iterable<T>): Promise<JsonPieces<T>> {
  return inSlices(write(members))
}

function* read<T>(pieces: JsonPieces<T>): Steps<readonly T[]> {
  const list: T[] = []
  for (const piece of pieces) {
    yield LONG
    list.push(...fromJson(piece))
  }
  return list
}

function* write<T>(members: Iterable<T>): Steps<JsonPieces<T>> {
  const pieces: Json<readonly T[]>[] = []
  for (const piece of jsonPieces(members)) {
    pieces.push(piece)
    yield LONG
  }
  return pieces
}
