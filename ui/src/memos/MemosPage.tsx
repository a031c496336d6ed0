/** What was thought on the way, and on what. */
export function MemosPage() {
  return <h1 className="sr">Memos</h1>
}
