import { lazyRouteComponent } from '@tanstack/react-router'
import { fetched } from '../kit/fetched'

/** The component of a page that is fetched when one goes there; without a connection, when it is back. */
export const fetchedPage: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => fetched(load), name)
