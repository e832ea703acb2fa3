import { describe, expect, it } from 'vitest'
import { openFile } from './file.ts'

function draw(svg: string): FrameNode {
  return openFile().figma.createNodeFromSvg(svg)
}

function vectors(frame: FrameNode): readonly VectorNode[] {
  return frame.children.filter((child) => child.type === 'VECTOR')
}

describe('an SVG', () => {
  it('becomes a frame of its size, with a vector for each shape', () => {
    const frame = draw(`<?xml version="1.0"?><!-- logo -->
      <svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 20 10">
        <title>Logo</title>
        <g fill="#ff0000" transform="translate(1 1)">
          <rect width="4" height="2"/>
          <circle cx="10" cy="4" r="2" style="fill: blue; opacity: .5"/>
        </g>
        <polygon points="0,0 5,0 5,5" fill="none" stroke="black" stroke-width=".5"/>
        <text>ignored</text><script>alert(1)</script>
      </svg>`)
    expect([frame.type, frame.width, frame.height]).toEqual(['FRAME', 200, 100])
    const [rect, circle, polygon, ...rest] = vectors(frame)
    expect(rest).toEqual([])
    expect([rect?.x, rect?.y, rect?.width, rect?.height]).toEqual([10, 10, 40, 20])
    expect(rect?.vectorPaths).toEqual([
      { windingRule: 'NONZERO', data: 'M 0 0 L 40 0 L 40 20 L 0 20 Z' },
    ])
    expect(rect?.fills).toMatchObject([{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }])
    expect([circle?.x, circle?.width, circle?.opacity]).toEqual([90, 40, 0.5])
    expect(circle?.fills).toMatchObject([{ color: { b: 1 } }])
    expect(polygon?.fills).toEqual([])
    expect(polygon?.strokes).toHaveLength(1)
    expect(polygon?.strokeWeight).toBe(5)
  })

  it('takes its size from the view box where it gives no other', () => {
    const frame = draw('<svg viewBox="0 0 24 48"><path d="M0 0h24v48z"/></svg>')
    expect([frame.width, frame.height]).toEqual([24, 48])
  })

  it('has paths with curves, arcs and shorthands, relative or not', () => {
    const frame = draw(
      '<svg viewBox="0 0 20 20"><path d="m2 2l4 0c1 0 2 1 2 2s1 2 2 2q1 0 1 1t1 1a4 4 0 01-4 4H2V2z"/></svg>',
    )
    const [vector] = vectors(frame)
    expect(vector?.vectorPaths[0]?.data).toMatch(/^M 0 0 L 4 0 C 5 0 6 1 6 2 C 6 3 7 4 8 4 Q /)
    expect(vector?.vectorPaths[0]?.data).toMatch(/L 0 10 L 0 0 Z$/)
    expect([vector?.x, vector?.y]).toEqual([2, 2])
  })

  it('grows with its frame', () => {
    const frame = draw('<svg width="10" height="10"><rect x="5" width="5" height="5"/></svg>')
    frame.resize(20, 40)
    const [vector] = vectors(frame)
    expect([vector?.x, vector?.width, vector?.height]).toEqual([10, 10, 20])
    expect(vector?.vectorPaths[0]?.data).toBe('M 0 0 L 10 0 L 10 20 L 0 20 Z')
  })

  it.each([
    ['no SVG', '<html></html>'],
    ['no markup', 'hello'],
    ['an element that is not closed', '<svg><g></svg>'],
    ['nothing', ''],
  ])('fails to convert when it is %s', (_, text) => {
    expect(() => draw(text)).toThrow('in createNodeFromSvg: Failed to convert SVG file')
  })
})
