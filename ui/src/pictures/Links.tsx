import { Link } from '@tanstack/react-router'
import { useProjectId } from '../app/project'
import { m } from '../paraglide/messages'

/** Ways to the pictures of a study. */
export function PictureLinks() {
  const project = useProjectId()
  return (
    <nav className="row" aria-label={m.pictures_pictures()}>
      <Link className="btn quiet sm" to="/p/$project/pictures/words" params={{ project }}>
        {m.pictures_words()}
      </Link>
      <Link className="btn quiet sm" to="/p/$project/pictures/saturation" params={{ project }}>
        {m.pictures_saturation()}
      </Link>
    </nav>
  )
}
