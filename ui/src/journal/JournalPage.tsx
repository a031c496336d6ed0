/** What was done in the project, newest first. */
export function JournalPage() {
  return <h1 className="sr">Journal</h1>
}
