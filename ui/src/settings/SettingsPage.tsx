/** The project, its strands, and what belongs to whoever is signed in. */
export function SettingsPage() {
  return <h1 className="sr">Settings</h1>
}
