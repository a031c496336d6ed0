import type { ReactNode } from 'react'
import { m } from '../paraglide/messages'

const Lead = ({ children }: { children: ReactNode }) => <span className="cloth-lead">{children}</span>
const Both = ({ children }: { children: ReactNode }) => <span className="cloth-both">{children}</span>
const Risk = ({ children }: { children: ReactNode }) => <span className="cloth-risk">{children}</span>

const labels = [
  { dye: 'madder', name: 'Leadership', place: 'one' },
  { dye: 'logwood', name: 'Glass ceiling', place: 'two' },
  { dye: 'lichen', name: 'Risk-taking', place: 'four' },
]

/** An invented turn with three codings, drawn as the coding view draws them. Its lines are set, so nothing is measured. */
export const Cloth = () => (
  <section className="cloth" aria-label={m.account_example()}>
    <figure lang="en">
      <p className="cloth-say">
        <Lead>You learn what the job actually is. </Lead>
        <Both>It isn’t</Both>
        <br />
        <Both>knowing the price of everything.</Both>
        <Lead> It’s</Lead>
        <br />
        <Lead>deciding who gets to be wrong.</Lead> <Risk>Imran</Risk>
        <br />
        <Risk>lost us a job I’d have won, and he won</Risk>
        <br />
        <Risk>two I’d never have quoted for.</Risk>
      </p>
      <div className="cloth-margin">
        <i className="cloth-br first" data-dye="madder" />
        <i className="cloth-br second" data-dye="logwood" />
        <i className="cloth-br third" data-dye="lichen" />
        {labels.map(({ dye, name, place }) => (
          <span className={`cloth-lab ${place}`} key={dye}>
            <i className="thread" data-dye={dye} aria-hidden="true" />
            {name}
          </span>
        ))}
      </div>
      <figcaption>Managing director, process seals, Pendle (invented)</figcaption>
    </figure>
  </section>
)
