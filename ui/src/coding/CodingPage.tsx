/** The coding view: codes at the left, the text in the middle, the inspector at the right. */
export function CodingPage() {
  return <main className="main desk" id="main" />
}
