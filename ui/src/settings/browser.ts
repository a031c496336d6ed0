import { m } from '../paraglide/messages'

const browsers = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
] as const

const find = (list: readonly (readonly [RegExp, string])[], agent: string) =>
  list.find(([sign]) => sign.test(agent))?.[1]

/** What a browser calls itself, as people call it: "Firefox on Windows". */
export function browserName(agent: string): string {
  const browser = find(browsers, agent)
  const system = find(systems, agent)
  if (browser && system) return m.settings_browserOn({ browser, system })
  return browser ?? (agent.split(/[/\s]/)[0] || m.settings_unknownBrowser())
}
