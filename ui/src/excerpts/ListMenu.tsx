import { useProjectId } from '../app/project'
import { exportAddress, exportFormats, type Listing } from '../data/excerpts'
import { announce } from '../kit/announce'
import { copyText } from '../kit/copyText'
import { Icon } from '../kit/marks'
import { Menu, MenuCheck, MenuItem, MenuSeparator } from '../kit/menu'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'

interface ListMenuProps {
  listing: Listing
  onChange: (listing: Listing) => void
  /** The address at which others see this list. */
  link: string
}

/** What else a list can be narrowed by, and how it is taken away. */
export function ListMenu({ listing, onChange, link }: ListMenuProps) {
  const project = useProjectId()
  const switches = [
    ['row', 'coding', m.excerpts_eachCoding],
    ['alone', 'yes', m.excerpts_alone],
    ['memo', 'yes', m.excerpts_onlyMemo],
    ['outdated', 'yes', m.excerpts_onlyOutdated],
  ] as const
  const copy = () =>
    copyText(new URL(link, location.href).href).then(
      () => announce(m.excerpts_linkCopied()),
      () => toast(m.excerpts_noCopying()),
    )
  const trigger = (
    <button type="button" className="btn icon quiet" aria-label={m.excerpts_more()} title={m.excerpts_more()}>
      <Icon name="more" />
    </button>
  )
  return (
    <Menu trigger={trigger} align="end">
      {switches.map(([key, on, name]) => (
        <MenuCheck
          key={key}
          checked={listing[key] === on}
          onChange={(checked) => onChange({ ...listing, [key]: checked ? on : undefined })}
        >
          {name()}
        </MenuCheck>
      ))}
      <MenuSeparator />
      <MenuItem onClick={() => void copy()}>{m.excerpts_copyLink()}</MenuItem>
      {exportFormats.map(({ ending, name }) => (
        <MenuItem key={ending} onClick={() => location.assign(exportAddress(project, ending, listing))}>
          {m.excerpts_download({ format: name() })}
        </MenuItem>
      ))}
    </Menu>
  )
}
