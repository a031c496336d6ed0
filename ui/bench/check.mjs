// Uses the coding surface in a real browser as a reader does, and says what doesn't hold.
// node bench/check.mjs [words]: only the checks whose names hold the words.
import assert from 'node:assert/strict'
import { open } from './browser.mjs'
import { codings } from './checks/codings.mjs'
import { places } from './checks/places.mjs'
import { text } from './checks/text.mjs'
import { serve } from './serve.mjs'

const source = '/surface.html?words=9000&codings=500'

async function run(url, name, check) {
  const { page, close } = await open()
  const broken = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => /Content Security/.test(message.text()) && broken.push(message.text()))
  try {
    await page.goto(url + source)
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
    await page.waitForTimeout(200)
    await check(page)
    assert.deepEqual(broken, [])
    console.log(`ok   ${name}`)
  } catch (error) {
    process.exitCode = 1
    console.log(`FAIL ${name}\n     ${error.message.replaceAll('\n', '\n     ')}`)
  } finally {
    await close()
  }
}

const wanted = process.argv[2] ?? ''
const { url, close } = await serve()
for (const [name, check] of Object.entries({ ...text, ...codings, ...places }))
  if (name.includes(wanted)) await run(url, name, check)
close()
