import { Icon } from '../kit/marks'

interface DownloadProps {
  /** Its address. */
  to: string
  children: string
}

/** A file that is made of an analysis. */
export const Download = ({ to, children }: DownloadProps) => (
  <a className="btn sm" href={to} download>
    <Icon name="export" small />
    {children}
  </a>
)
