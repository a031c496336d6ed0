/** The sources of a project. */
export const Sources = () => (
  <div className="pad">
    <h1>Sources</h1>
  </div>
)
