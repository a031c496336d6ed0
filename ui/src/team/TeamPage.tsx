/** Who works on the project, in which role, and who was invited. */
export function TeamPage() {
  return <h1 className="sr">Team</h1>
}
