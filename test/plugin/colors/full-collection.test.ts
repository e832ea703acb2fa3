import { describe, expect, it } from 'vitest'
import { openColors } from './open-colors.ts'
import { many, red } from './samples.ts'

describe('a collection that is full', () => {
  it('takes what fits, and each color that does not is told why', async () => {
    const { file, apply, variables } = openColors({ target: 'variables' })
    await apply([red])
    const [collection] = await file.figma.variables.getLocalVariableCollectionsAsync()
    if (collection === undefined) throw new Error('no collection')
    for (let i = 0; i < 4998; i++) {
      file.figma.variables.createVariable(`Other ${String(i)}`, collection, 'FLOAT')
    }
    const report = await apply([red, ...many.slice(2, 5)])
    expect(report).toMatchObject({ unchanged: 1 })
    expect(report.rows.map(({ result }) => result)).toEqual(['created', 'failed', 'failed'])
    expect(report.rows[1]?.reason).toEqual({ kind: 'full' })
    expect(variables()).toHaveLength(5000)
  })
})
