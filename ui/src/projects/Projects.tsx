/** All projects one belongs to. */
export const Projects = () => (
  <div className="pad">
    <h1>Projects</h1>
  </div>
)
