const ways = [
  ['grow', 'any form of the word: grow, grows, growing'],
  ['=growth', 'the word as it stands'],
  ['"barriers to growth"', 'the words side by side'],
  ['barriers growth', 'both, anywhere in the turn'],
  ['bank OR lender', 'one of them'],
  ['growth NOT programme', 'the first without the second'],
  ['bank*', 'words that begin so'],
  ['barier~', 'words that differ by a letter'],
] as const

/** The ways in which a query can be written; each can be tried. */
export function Ways({ onAsk }: { onAsk: (q: string) => void }) {
  return (
    <dl className="ways">
      {ways.map(([q, means]) => (
        <div key={q}>
          <dt>
            <button type="button" onClick={() => onAsk(q)}>
              {q}
            </button>
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  )
}
