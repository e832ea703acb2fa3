import { describe, expect, it } from 'vitest'
import { KitSelect } from '../../ui/kit-select.tsx'

const kit = (id: string, name: string) => ({ id, name, colors: null, logos: null })

describe('the select of the brand kit', () => {
  it('tells two kits of one name apart', () => {
    const kits = [kit('1', 'Acme'), kit('2', 'Other'), kit('3', 'Acme')]
    const props = { kits, selected: '1', disabled: false, onSelect: () => undefined }
    expect(KitSelect(props).props).toHaveProperty('options', [
      { value: '1', label: 'Acme' },
      { value: '2', label: 'Other' },
      { value: '3', label: 'Acme (2)' },
    ])
  })
})
