import { defineConfig } from '@playwright/test'
import type { Kind } from './e2e/server'

// Debian's Chromium; the flags keep it from looking for its maker's servers.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig<object, { kind: Kind }>({
  testDir: 'e2e',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A story that failed is told once more, and listed as flaky if it then passes.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet },
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'SQLite', use: { kind: 'sqlite' } },
    {
      name: 'PostgreSQL',
      use: { kind: 'postgres' },
      testIgnore:
        /(language|look|display|directions|touch|firefox|recording|pages|pseudonyms|adding|revisions|cases|survey)\.spec\.ts/,
    }, // what is drawn is the same
  ],
})
