/** Where an invitation leads. */
export const Join = () => (
  <div className="pad">
    <h1>Join</h1>
  </div>
)
