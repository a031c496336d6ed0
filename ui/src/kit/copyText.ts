/** Puts a text on the clipboard; breaks where the browser won't, as on plain http. */
export const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text)
