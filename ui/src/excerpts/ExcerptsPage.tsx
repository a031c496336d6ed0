/** Coded passages with their source lines, to read through and to take away. */
export function ExcerptsPage() {
  return <h1 className="sr">Report</h1>
}
