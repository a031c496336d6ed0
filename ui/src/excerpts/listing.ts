import { filterIn, formatQuery, isNarrowed as isFiltered, type Params, parseQuery } from '../app/search-params'
import { groupings, type Listing, orders } from '../data/excerpts'

const yes = (value: unknown): 'yes' | undefined => (value === 'yes' ? 'yes' : undefined)

/** What an address asks for; what makes no sense is left out. */
export function listingIn({ q, memo, outdated, alone, order, group, row, folded, ...filter }: Params): Listing {
  return bare({
    ...filterIn(filter),
    q: typeof q === 'string' && q ? q : undefined,
    memo: yes(memo),
    outdated: yes(outdated),
    alone: yes(alone),
    order: orders.find((one) => one === order),
    group: groupings.find((one) => one === group),
    row: row === 'coding' ? 'coding' : undefined,
    folded: typeof folded === 'string' ? [folded] : Array.isArray(folded) ? folded.map(String) : undefined,
  })
}

/** Without what says nothing, so that equal lists are written alike. */
export function bare(listing: Listing): Listing {
  const said = Object.entries(listing).filter(([, value]) => value !== undefined && value.length > 0)
  return Object.fromEntries(said)
}

/** A list in one word of an address, beside other words: what follows the question mark of its page. */
export const written = (listing: Listing): string => formatQuery({ ...bare(listing) }).slice(1)

/** A list as it was written. */
export const readListing = (words: string): Listing => listingIn(parseQuery(words))

/** Whether a list leaves anything out. */
export const narrows = (listing: Listing): boolean =>
  isFiltered(listing) || Boolean(listing.q || listing.memo || listing.outdated)

/** A list without what narrows it: as it is ordered and grouped. */
export const widened = ({ order, group, row }: Listing): Listing => bare({ order, group, row })
