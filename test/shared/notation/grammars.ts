import { createRequire } from 'node:module'
import { Language, Parser } from 'web-tree-sitter'

/** A parser of the language by its published grammar. */
export async function openParser(language: 'swift' | 'kotlin'): Promise<Parser> {
  await Parser.init()
  const grammar = createRequire(import.meta.url).resolve(
    `tree-sitter-wasms/out/tree-sitter-${language}.wasm`,
  )
  const parser = new Parser()
  parser.setLanguage(await Language.load(grammar))
  return parser
}
