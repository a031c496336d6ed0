/** What belongs to whoever is signed in, in every project. */
export function AccountPage() {
  return <h1 className="sr">Your account</h1>
}
