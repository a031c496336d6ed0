/** The tokens that pictures are drawn with, as they are on light paper; look/tokens.css has them for the screen. */
export const inks = {
  paper: '#fdfdfb',
  sunk: '#eaebe8',
  edge: '#dfe0dc',
  'edge-strong': '#84898d',
  ink: '#1a1d21',
  'ink-2': '#474c54',
  'ink-3': '#5f656d',
  'heat-1': '#eef2f8',
  'heat-2': '#dee7f3',
  'heat-3': '#c9d8ed',
  'heat-4': '#afc6e5',
  'heat-5': '#92b1da',
} as const

export type Ink = keyof typeof inks

/** A token as the value of an attribute. */
export const ink = (name: Ink): string => `var(--${name})`
