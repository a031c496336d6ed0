import { dragAndDropFeature, hotkeysCoreFeature, syncDataLoaderFeature, type TreeConfig } from '@headless-tree/core'
import { useTree } from '@headless-tree/react'
import { useMemo, useState } from 'react'
import type { Code } from '../../api/names'
import type { Codebook } from '../../codebook/codebook'
import type { Place } from '../../codes/moves'
import { carried } from '../../surface'

/** Stands above the roots, which have no parent. */
const TOP = 'top'

/** How far a level is indented, in px; a drag to the left takes a code out of its parent. */
const INDENT = 10

interface Tree {
  book: Codebook
  /** The codes that the filter leaves; null without a filter. */
  left: ReadonlySet<string> | null
  mayMove: boolean
  onMove(code: Code, place: Place): void
}

/** The codebook as a tree that is walked with the arrows and ordered by dragging. */
export function useCodeTree({ book, left, mayMove, onMove }: Tree) {
  const [closed, setClosed] = useState<readonly string[]>([])
  const parentOf = (id: string) => (id === TOP ? '' : id)
  const children = (id: string) => book.children(parentOf(id)).filter((code) => !left || left.has(code.id))
  const folders = useMemo(() => book.codes.filter(({ id }) => book.children(id).length).map(({ id }) => id), [book])
  // a new list makes the tree read the codes again
  const expanded = useMemo(
    () => (left ? [...folders] : folders.filter((id) => !closed.includes(id))),
    [folders, left, closed],
  )

  const config: TreeConfig<Code | undefined> = {
    rootItemId: TOP,
    indent: INDENT,
    getItemName: (item) => item.getItemData()?.name ?? '',
    isItemFolder: (item) => children(item.getId()).length > 0,
    dataLoader: { getItem: (id) => book.get(id), getChildren: (id) => children(id).map((code) => code.id) },
    state: { expandedItems: expanded },
    setExpandedItems: (next) => {
      const open = typeof next === 'function' ? next(expanded) : next
      setClosed(folders.filter((id) => !open.includes(id)))
    },
    canReorder: true,
    canDrag: () => mayMove && !left,
    canDrop: ([item], { item: into }) =>
      Boolean(item) && book.mayStandUnder(item?.getId() ?? '', parentOf(into.getId())),
    createForeignDragObject: (items) => ({
      format: carried.codes,
      data: JSON.stringify(items.map((item) => item.getId())),
      effectAllowed: 'all',
    }),
    onDrop: ([item], target) => {
      const code = item?.getItemData()
      const parent = parentOf(target.item.getId())
      const position = 'insertionIndex' in target ? target.insertionIndex : book.children(parent).length
      if (code) onMove(code, { parent, position })
    },
    features: [syncDataLoaderFeature, hotkeysCoreFeature, dragAndDropFeature],
  }
  const tree = useTree(config)
  return { tree, foldAll: (fold: boolean) => setClosed(fold ? folders : []) }
}
