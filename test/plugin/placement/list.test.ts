import { describe, expect, it } from 'vitest'
import { listPlaced } from '../../../plugin/placement/list.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { openFile } from '../../figma/file.ts'
import { LOGO } from './samples.ts'

function open() {
  const file = openFile()
  const { figma } = file
  const frame = figma.createFrame()
  const inside = figma.createRectangle()
  inside.name = 'Renamed'
  frame.appendChild(inside)
  writeProvenance(inside, LOGO)
  const outside = figma.createRectangle()
  outside.name = LOGO.name
  writeProvenance(outside, { ...LOGO, assetId: '8', kitId: null, version: null })
  return { file, figma, frame, inside, outside }
}

describe('the list of what was placed', () => {
  it('has all of the page when nothing is selected', () => {
    const { figma, inside, outside } = open()
    expect(listPlaced(figma)).toEqual([
      { nodeId: inside.id, nodeName: 'Renamed', provenance: LOGO },
      {
        nodeId: outside.id,
        nodeName: LOGO.name,
        provenance: { ...LOGO, assetId: '8', kitId: null, version: null },
      },
    ])
  })

  it('has what is selected and what is in it, each once', () => {
    const { file, figma, frame, inside, outside } = open()
    file.select([frame.id, inside.id])
    expect(listPlaced(figma).map(({ nodeId }) => nodeId)).toEqual([inside.id])
    file.select([outside.id])
    expect(listPlaced(figma).map(({ nodeId }) => nodeId)).toEqual([outside.id])
  })

  it.each(['', '{', '{"kind":"font"}', '[]', JSON.stringify({ ...LOGO, url: 5 })])(
    'leaves out what is damaged: %s',
    (text) => {
      const { figma, inside, outside } = open()
      inside.setSharedPluginData('cliquify', 'asset', text)
      expect(listPlaced(figma).map(({ nodeId }) => nodeId)).toEqual([outside.id])
    },
  )

  it('leaves out the parts of instances, which follow their component', () => {
    const { figma, inside, outside } = open()
    const component = figma.createComponent()
    component.appendChild(inside)
    component.createInstance()
    const ids = listPlaced(figma).map(({ nodeId }) => nodeId)
    expect(ids.sort()).toEqual([inside.id, outside.id].sort())
  })

  it('writes nothing', () => {
    const { file, figma } = open()
    file.clearWrites()
    listPlaced(figma)
    expect(file.writes()).toEqual([])
  })
})
