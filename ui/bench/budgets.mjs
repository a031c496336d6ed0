import { sizes } from './sizes.mjs'

// Fails when the first page or the coding view fetches more JavaScript than its budget allows.
for (const [name, { kB, limit }] of Object.entries(sizes())) {
  if (limit === undefined) continue
  console.log(`JavaScript, ${name}: ${kB} of ${limit} kB`)
  if (kB > limit) process.exitCode = 1
}
