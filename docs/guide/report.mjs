// A report of the sample study, for pictures of one. It is deleted by `strike`.

/** Keeps a report in a project, and gives it; `code` knows the ids of codes by their names. */
export async function keepReport(page, project, code) {
  const address = `/api/projects/${project}/reports`
  const barriers = ['Banks and finance', 'Rules and paperwork', 'Premises and planning'].map(code)
  const parts = [
    { kind: 'title', heading: 'What keeps Lancashire’s firms small', text: 'Interim report of the study team.' },
    { kind: 'contents' },
    { kind: 'text', heading: 'What holds firms back', text: 'Of the owners and managers whom we spoke to, most named a barrier **without being asked** for one. Two came up more than any other, and they are not the same two in every strand.' },
    { kind: 'excerpts', level: 2, heading: 'Money that arrives late', text: 'They speak of banks, and of grants that are paid in arrears.', code: [code('Banks and finance')], variables: ['Sector'], unnamed: true, withCounts: true },
    { kind: 'table', heading: 'Cases that name a barrier, by strand', rows: `codes:${barriers.join(',')}`, columns: 'strands', count: 'cases' },
    { kind: 'excerpts', heading: 'How some get through', code: [code('Peer networks')], line: 'footnote', group: 'code', withDefinition: true },
    { kind: 'sources', withCounts: true },
    { kind: 'codebook', withCounts: true },
  ]
  const answer = await page.request.post(address, { data: { name: 'Interim report', parts } })
  if (!answer.ok()) throw new Error(await answer.text())
  const report = await answer.json()
  const { parts: pages } = await (await page.request.get(`${address}/${report.id}/pages`)).json()
  const leftOut = pages[3].groups[0].quotes.slice(3, 6).map(({ passage }) => passage)
  await page.request.patch(`${address}/${report.id}`, { data: { parts: report.parts.with(3, { ...report.parts[3], leftOut }) } })
  return { ...report, strike: () => page.request.delete(`${address}/${report.id}`) }
}
