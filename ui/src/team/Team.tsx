/** Who works on the project, in which role, and who was invited. */
export function Team() {
  return <h1 className="sr">Team</h1>
}
