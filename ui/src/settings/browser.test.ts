import { expect, test } from 'vitest'
import { browserName } from './browser'

test('a browser is called as people call it', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
  expect(browserName(chrome)).toBe('Chrome on Linux')
  expect(browserName('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
    'Firefox on Windows',
  )
})

test('what is no browser keeps the name it gives itself', () => {
  expect(browserName('curl/8.5.0')).toBe('curl')
  expect(browserName('')).toBe('An unknown browser')
})
