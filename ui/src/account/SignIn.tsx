/** Where one signs in. */
export const SignIn = () => (
  <div className="pad">
    <h1>Sign in</h1>
  </div>
)
