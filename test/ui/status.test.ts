import { describe, expect, it } from 'vitest'
import { createStatus } from '../../ui/status.ts'

const waiting = (seconds: number): string => `Cliquify is busy. Continuing in ${seconds} s…`

describe('the status', () => {
  it('says the latest announcement', () => {
    const status = createStatus(() => Promise.resolve())
    status.announce('Connected.')
    status.announce('Synced.')
    expect(status.text.value).toBe('Synced.')
  })

  it('can be undone while it tells of a write, and says so once it is', async () => {
    let end = (): void => undefined
    const undoing = new Promise<void>((resolve) => (end = resolve))
    const status = createStatus(() => undoing)
    status.announce('Comparing…')
    expect(status.canUndo.value).toBe(false)
    status.announce('Created 2 styles.', null, true)
    expect(status.canUndo.value).toBe(true)
    status.undo()
    expect([status.text.value, status.canUndo.value]).toEqual(['', false])
    end()
    await undoing
    expect([status.text.value, status.canUndo.value]).toEqual(['Undone.', false])
  })

  it('no longer asks for another selection once there is one, and leaves what came since', () => {
    const status = createStatus(() => Promise.resolve())
    status.announce('Select a layer first.', null, 'asks')
    expect(status.canUndo.value).toBe(false)
    status.selected()
    expect(status.text.value).toBe('')
    status.announce('Filled 1 layer.', null, true)
    status.selected()
    expect([status.text.value, status.canUndo.value]).toEqual(['Filled 1 layer.', true])
  })

  it('does what is to be done once a step is undone', async () => {
    const done: string[] = []
    const status = createStatus(() => Promise.resolve())
    status.announce('2 layers fixed.', null, () => done.push(status.text.value))
    expect(status.canUndo.value).toBe(true)
    status.undo()
    await expect.poll(() => done).toEqual(['Undone.'])
  })

  it('goes on telling what can be undone where there is nothing more to say', () => {
    const status = createStatus(() => Promise.resolve())
    status.announce('Placed.', null, true)
    status.announce('')
    expect([status.text.value, status.canUndo.value]).toEqual(['Placed.', true])
    status.announce('3 logos match.')
    status.announce('')
    expect([status.text.value, status.canUndo.value]).toEqual(['', false])
  })

  it('says what stands while there is nothing else to say', () => {
    const status = createStatus(() => Promise.resolve())
    const action = { label: 'Review', run: () => undefined }
    status.stand({ message: '2 layers are outdated.', action })
    expect([status.text.value, status.action.value]).toEqual(['2 layers are outdated.', action])
    status.announce('Copied.')
    expect([status.text.value, status.action.value]).toEqual(['Copied.', null])
    status.announce('')
    expect(status.text.value).toBe('2 layers are outdated.')
    status.stand(null)
    expect([status.text.value, status.action.value]).toEqual(['', null])
  })

  it('says why nothing was undone', async () => {
    const status = createStatus(() => Promise.reject(new TypeError('triggerUndo is no function')))
    status.announce('Created 2 styles.', null, true)
    status.undo()
    await expect.poll(() => status.text.value).toBe('Something went wrong. Try again.')
  })

  it('says a wait for as long as it lasts, then the latest announcement again', () => {
    const status = createStatus(() => Promise.resolve())
    status.announce('Comparing…')
    status.wait(12_000)
    expect(status.text.value).toBe(waiting(12))
    status.announce('Synced.')
    expect(status.text.value).toBe(waiting(12))
    status.wait(0)
    expect(status.text.value).toBe('Synced.')
  })

  it('counts a wait down in steps of five seconds, and the last five one by one', () => {
    const status = createStatus(() => Promise.resolve())
    const said = new Set<string>()
    for (let left = 12_000; left > 0; left -= 1000) {
      status.wait(left)
      said.add(status.text.value)
    }
    expect([...said]).toEqual([12, 10, 5, 4, 3, 2, 1].map(waiting))
  })

  it('says a new wait at once where it is longer', () => {
    const status = createStatus(() => Promise.resolve())
    status.wait(12_000)
    status.wait(14_000)
    expect(status.text.value).toBe(waiting(14))
  })
})
