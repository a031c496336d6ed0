/** Where a coded transcript can be fetched, as a Word document or a web page; narrowed by coder and codes where these are given. */
export function transcriptAddress(
  project: string,
  source: string,
  extension: 'docx' | 'html',
  { by, code = [] }: { by?: string; code?: string[] },
): string {
  const query = new URLSearchParams(code.map((one) => ['code', one]))
  if (by) query.append('coder', by)
  const asked = query.toString()
  return `/api/projects/${project}/sources/${source}/transcript.${extension}${asked ? `?${asked}` : ''}`
}
