import { Icon } from '../kit/marks'

/** What one should know of a table, or of a column of it. */
export function Warnings({ warnings }: { warnings: readonly string[] }) {
  return warnings.map((warning) => (
    <p className="st warn" key={warning}>
      <Icon name="warn" small />
      <span>{warning}</span>
    </p>
  ))
}
