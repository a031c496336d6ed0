import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist')
const assets = join(dist, 'assets')

/** What the budgets allow, in kB after gzip. */
const limits = { initial: 190, coding: 40 }

/** The files that a built file imports before it runs. */
const imports = (file) =>
  [...readFileSync(join(assets, file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g)].map(
    ([, name]) => name,
  )

/** Some files with all that they import. */
function whole(files, known = new Set()) {
  for (const file of files) {
    if (known.has(file)) continue
    known.add(file)
    whole(imports(file), known)
  }
  return known
}

const kB = (files) =>
  Math.round([...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0) / 100) / 10

/**
 * How much JavaScript the built pages fetch: until a project is on the screen; on top of that until the text of a source
 * is; and then for the codes and the inspector beside it, which has no limit of its own.
 */
export function sizes() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = (name) => readdirSync(assets).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))
  const entry = [...page.matchAll(/\/assets\/([\w-]+\.js)/g)].map(([, file]) => file)
  const initial = whole([...entry, ...named('SignIn'), ...named('Shell'), ...named('Home')])
  const coding = whole(named('CodingPage'), new Set(initial))
  const beside = whole([...named('CodesPane'), ...named('Inspector')], new Set(coding))
  const without = (files, known) => [...files].filter((file) => !known.has(file))
  const told = (kb, limit) => ({ kB: kb, limit, ratio: Math.round((kb / limit) * 100) / 100 })
  return {
    initial: told(kB(initial), limits.initial),
    coding: told(kB(without(coding, initial)), limits.coding),
    beside: { kB: kB(without(beside, coding)) },
  }
}
