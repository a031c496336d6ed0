// Makes src/paraglide of the messages in messages/<language>/<room>.json: a module for each room in the
// language that the others are translated from, and one for each other language, which only those fetch
// who speak it. Paraglide's functions read and compile the messages; its project files are not needed.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BASE = 'en'
const OTHERS = ['de']

/** Where the messages are. */
export const folder = dirname(fileURLToPath(import.meta.url))
const out = join(folder, '..', 'src', 'paraglide')

/** Writes what is not there or has changed. */
export async function compile() {
  const index = indexModule()
  if (textOf('messages.ts') === index) return
  const read = await reader()
  const files = new Map()
  for (const room of rooms(BASE)) files.set(`${room}.ts`, roomModule(await read(BASE, room)))
  for (const language of OTHERS) files.set(`${language}.ts`, await languageModule(language, read))
  files.set('messages.ts', index) // last, since it says that all is made
  write(files)
}

/** Names all rooms, and what they were made of. */
function indexModule() {
  const names = rooms(BASE)
  const texts = [BASE, ...OTHERS].flatMap((language) => rooms(language).map((room) => contentOf(language, room)))
  const made = createHash('sha1').update([readFileSync(fileURLToPath(import.meta.url)), ...texts].join('\0'))
  const lines = names.map((room) => `export * from './${room}'`)
  return [`// ${made.digest('hex')}`, ...lines, "export * as m from './messages'", ''].join('\n')
}

const rooms = (language) => readdirSync(join(folder, language)).map((file) => file.replace(/\.json$/, ''))
const contentOf = (language, room) => readFileSync(join(folder, language, `${room}.json`))

/** Reads a room's messages, compiled to functions. */
async function reader() {
  const { compileMessage } = await import('@inlang/paraglide-js')
  const { default: format } = await import('@inlang/plugin-message-format')
  return async (locale, room) => {
    const files = [{ locale, content: contentOf(locale, room) }]
    const { bundles, messages, variants } = await format.importFiles({ settings: {}, files })
    return messages.map((message) => {
      const id = message.bundleId
      const { declarations } = bundles.find((bundle) => bundle.id === id)
      const mine = variants.filter((variant) => variant.messageBundleId === id)
      return compiled(compileMessage, declarations, message, mine)
    })
  }
}

function compiled(compileMessage, declarations, message, variants) {
  const numbers = new Set(declarations.filter(({ value }) => value).map(({ value }) => value.arg.name))
  const inputs = declarations.filter(({ type }) => type === 'input-variable')
  const takes = inputs.map(({ name }) => `${name}: ${numbers.has(name) ? 'number' : 'string'}`).join('; ')
  const plain = variants.map((variant) => ({
    ...variant,
    pattern: variant.pattern.map((part) => asText(part, numbers)),
  }))
  const { code } = compileMessage(declarations, message, plain, new Map())
  return {
    id: message.bundleId,
    rich: variants.some(({ pattern }) => pattern.some(isMark)),
    code: code
      .replace(/\/\*\* @type .*?\*\/ /g, '')
      .replace(/^\(i\)/, `(i: { ${takes} })`)
      .replaceAll('i?.', 'i.')
      .replaceAll(', {})', ')')
      .replace(/;$/, ''),
  }
}

const isMark = ({ type }) => type.startsWith('markup')

/** Marks become text, which rich() finds again; numbers are written as the language writes them. */
function asText(part, numbers) {
  if (part.type === 'markup-start') return { type: 'text', value: `\uE000${part.name}\uE001` }
  if (part.type === 'markup-end') return { type: 'text', value: `\uE000/${part.name}\uE001` }
  if (part.type === 'markup-standalone') return { type: 'text', value: `\uE000${part.name}/\uE001` }
  if (part.type !== 'expression' || !numbers.has(part.arg.name)) return part
  return { ...part, annotation: { type: 'function-reference', name: 'number', options: [] } }
}

function roomModule(messages) {
  const saying = ({ rich }) => (rich ? 'sayRich' : 'say')
  const used = [...new Set(messages.map(saying))].sort().join(', ')
  return [
    ...head(messages, `import { ${used} } from '../language/say'`),
    ...messages.map((one) => `export const ${one.id} = /* @__PURE__ */ ${saying(one)}('${one.id}', ${one.code})`),
    '',
  ].join('\n')
}

async function languageModule(language, read) {
  const messages = (await Promise.all(rooms(language).map((room) => read(language, room)))).flat()
  return [...head(messages), ...messages.map(({ id, code }) => `export const ${id} = ${code}`), ''].join('\n')
}

const head = (messages, ...imports) => [
  '// Made by messages/compile.mjs.',
  ...imports,
  ...(messages.some(({ code }) => code.includes('registry.'))
    ? ["import * as registry from '../language/figures'"]
    : []),
]

function write(files) {
  mkdirSync(out, { recursive: true })
  for (const old of readdirSync(out)) if (!files.has(old)) rmSync(join(out, old))
  for (const [name, text] of files) if (textOf(name) !== text) writeFileSync(join(out, name), text)
}

function textOf(name) {
  try {
    return readFileSync(join(out, name), 'utf8')
  } catch {
    return undefined // not made yet
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile()
