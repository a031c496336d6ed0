export const folder: string
export function compile(): Promise<void>
