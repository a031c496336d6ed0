import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { compile, folder } from './messages/compile.mjs'

/** The two faces that every page begins with are asked for before the styles that name them. */
const early = /(source-serif-4-latin-opsz-normal|ibm-plex-sans-latin-wght-normal).*\.woff2$/

const preloadFonts: Plugin = {
  name: 'preload-fonts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => early.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
          injectTo: 'head-prepend' as const,
        })),
  },
}

/** What every page stands on. In one file it is smaller than in the dozens that its uses would cut it into. */
const everywhere =
  /node_modules.(react|react-dom|scheduler|use-sync-external-store|openapi-fetch|@tanstack.(history|query-core|react-query|react-router|react-store|router-core|store))[\\/]/

/** Makes src/paraglide before anything asks for it, and anew when a message changes. */
const messages: Plugin = {
  name: 'messages',
  buildStart: compile,
  configureServer: ({ watcher }) => {
    watcher.on('change', (file) => {
      if (file.startsWith(folder)) void compile()
    })
  },
}

export default defineConfig({
  plugins: [messages, react(), preloadFonts],
  server: { proxy: { '/api': process.env.SELVEDGE_DEV_API ?? 'http://127.0.0.1:8080' } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'everywhere', test: everywhere }] } } },
    assetsInlineLimit: 0, // the content policy allows no data: fonts
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
})
