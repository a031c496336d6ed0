/** The codebook: every code with what it means and how often it was used. */
export function CodesPage() {
  return <h1 className="sr">Codes</h1>
}
