/** The turns that answer a query, with what narrows them and where they stand. */
export function Search() {
  return <h1 className="sr">Search</h1>
}
