import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { generate } from './generate.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' }

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Milliseconds as 0:02:58. */
const clock = (ms) => new Date(ms).toISOString().slice(12, 19)

function row({ index, start, end, speaker, moderator, fromMs }, characters) {
  const text = escaped(characters.slice(start, end).join(''))
  const who = `<div class="who"><b>${speaker}</b><time>${clock(fromMs)}</time></div>`
  return `<article class="turn${moderator ? ' mod' : ''}" data-turn="${index}">${who}<p class="say">${text}</p></article>`
}

/** What the surface is measured against: the same rows as plain HTML, without codings and without a script but the clock. */
function bare({ text, turns }, stylesheet) {
  const characters = [...text]
  const chunks = []
  for (let i = 0; i < turns.length; i += 10) {
    chunks.push(
      `<section class="chunk">${turns
        .slice(i, i + 10)
        .map((turn) => row(turn, characters))
        .join('')}</section>`,
    )
  }
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Bare</title>
<link rel="stylesheet" href="${stylesheet}"><main id="scroller"><div id="host" class="surface linear">${chunks.join('')}</div></main>
<script>requestAnimationFrame(()=>{const{port1,port2}=new MessageChannel();port1.onmessage=()=>{window.bench={ready:performance.now()};document.documentElement.dataset.ready='true'};port2.postMessage(0)})</script>`
}

async function built() {
  const out = mkdtempSync(join(tmpdir(), 'surface-'))
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: { outDir: out, emptyOutDir: true, target: 'es2023', rollupOptions: { input: join(here, 'surface.html') } },
  })
  return out
}

function answerer(folder) {
  const sources = new Map()
  const known = new Map()
  const source = (query) => {
    const [words, codings] = [Number(query.get('words')), Number(query.get('codings'))]
    const key = `${words}/${codings}`
    if (!sources.has(key)) sources.set(key, generate(words, codings))
    return sources.get(key)
  }
  const page = readFileSync(join(folder, 'surface.html'), 'utf8')
  const stylesheet = /href="([^"]+\.css)"/.exec(page)?.[1]
  const answer = ({ pathname, searchParams }) => {
    if (pathname === '/source.json') return ['.json', JSON.stringify(source(searchParams))]
    if (pathname === '/bare.html') return ['.html', bare(source(searchParams), stylesheet)]
    return [extname(pathname), readFileSync(join(folder, pathname))]
  }
  return (url) => {
    if (!known.has(url.href)) {
      const [type, body] = answer(url)
      known.set(url.href, [types[type] ?? 'application/octet-stream', gzipSync(body)])
    }
    return known.get(url.href)
  }
}

/** Builds the pages and serves them on a free port, compressed and ready made, until closed. */
export async function serve() {
  const folder = await built()
  const answer = answerer(folder)
  const server = createServer((request, response) => {
    try {
      const [type, body] = answer(new URL(request.url, 'http://localhost'))
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'content-encoding': 'gzip',
        'cache-control': 'no-store',
      })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${server.address().port}`, close }
}
