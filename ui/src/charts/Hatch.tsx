import { ink } from './inks'

/** Lines across a field: what is hatched is told from what is plain without any colour. */
export function Hatch({ id, dense }: { id: string; dense?: boolean }) {
  const step = dense ? 4 : 7
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={step} height={step} fill={ink('paper')} />
      <path d={`M0 0V${step}`} stroke={ink('edge-strong')} strokeWidth={2} />
    </pattern>
  )
}
