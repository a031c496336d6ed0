/** Bringing files into a project. */
export const Adding = () => (
  <div className="pad">
    <h1>Add sources</h1>
  </div>
)
