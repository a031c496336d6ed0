import { describe, expect, it } from 'vitest'
import { optionLines, optionsIn, renamedIn } from './options'

describe('options, one a line', () => {
  it('are a value, or a value and its label', () => {
    expect(optionsIn('1 = Food and drink\n\n2 = Textiles = cloth\nOther\n')).toEqual([
      { value: '1', label: 'Food and drink' },
      { value: '2', label: 'Textiles = cloth' },
      { value: 'Other' },
    ])
  })

  it('are read back as they were', () => {
    const options = [{ value: '1', label: 'Yes' }, { value: 'a=b' }, { value: '10–49' }]
    expect(optionsIn(optionLines(options))).toEqual(options)
  })

  it('are renamed where another one stands in their place, and not where some come or go', () => {
    expect(renamedIn(optionsIn('Food\nTextiles\nPrint'), optionsIn('Food and drink\nTextiles\nPrint'))).toEqual({
      Food: 'Food and drink',
    })
    expect(renamedIn(optionsIn('Food\nTextiles'), optionsIn('Textiles\nFood'))).toEqual({})
    expect(renamedIn(optionsIn('Food\nTextiles'), optionsIn('Textiles'))).toEqual({})
  })
})
