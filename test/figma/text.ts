import { settle } from './auto-layout.ts'
import type { Members } from './members.ts'
import type { NodeRecord } from './records.ts'
import { expectAtLeast, expectKeys, expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

type Text = Pick<TextNode, 'characters' | 'fontSize' | 'fontName' | 'hasMissingFont'>

/** Text in one style; its size is a rough guess, as the emulation has no fonts. */
export function textMembers(session: Session): Members<Text, string> {
  const { document } = session
  const write = (id: string, name: string, change: Partial<NodeRecord>, font: FontName): void => {
    requireFont(session, font)
    document.write(`set ${name}`, id, Object.values(change)[0], () => {
      document.patchNode(id, change)
      document.patchNode(id, sizeOf(document.node(id)))
      settle(document, id)
    })
  }
  return {
    characters: {
      get: (id) => document.node(id).characters,
      set(id, value) {
        const characters = expectType(value, 'characters', 'string')
        const { name, fontName, characters: before } = document.node(id)
        // A text layer that nobody named is called what it says.
        const named = name === before || (name === 'Text' && before === '')
        write(
          id,
          'characters',
          { characters, ...wholeText(document.node(id)), ...(named ? { name: characters } : {}) },
          fontName,
        )
      },
    },
    fontSize: {
      get: (id) => document.node(id).fontSize,
      set(id, value) {
        const fontSize = expectAtLeast(value, 'fontSize', 1)
        write(id, 'fontSize', { fontSize }, document.node(id).fontName)
      },
    },
    fontName: {
      get: (id) => document.node(id).fontName,
      set(id, value) {
        const font = readFont(value)
        write(id, 'fontName', { fontName: font }, font)
      },
    },
    hasMissingFont: { get: () => false },
  }
}

/** A text that is written anew looks as its first character did. */
function wholeText({ textRanges }: NodeRecord): Partial<NodeRecord> {
  const [first] = textRanges
  return first === undefined
    ? {}
    : { fills: first.fills, fillStyleId: first.fillStyleId, textRanges: [] }
}

export function readFont(value: unknown): FontName {
  const font = expectType(value, 'fontName', 'object') as Partial<FontName>
  expectKeys(font, 'fontName', ['family', 'style'])
  return {
    family: expectType(font.family, 'family', 'string'),
    style: expectType(font.style, 'style', 'string'),
  }
}

function requireFont(session: Session, { family, style }: FontName): void {
  if (session.loadedFonts.has(`${family} ${style}`)) return
  throw new Refusal(
    `Cannot write to node with unloaded font "${family} ${style}". Please call figma.loadFontAsync({ family: "${family}", style: "${style}" }) and await the returned promise first.`,
  )
}

function sizeOf({ characters, fontSize }: NodeRecord): Pick<NodeRecord, 'width' | 'height'> {
  const lines = characters.split('\n')
  const longest = Math.max(...lines.map((line) => line.length))
  return {
    width: Math.ceil(longest * fontSize * 0.55),
    height: Math.ceil(lines.length * fontSize * 1.21),
  }
}
