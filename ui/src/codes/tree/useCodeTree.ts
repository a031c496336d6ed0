import {
  dragAndDropFeature,
  hotkeysCoreFeature,
  type ItemInstance,
  selectionFeature,
  syncDataLoaderFeature,
  type TreeConfig,
} from '@headless-tree/core'
import { useTree } from '@headless-tree/react'
import { useMemo, useState } from 'react'
import type { Code } from '../../api/names'
import type { Codebook } from '../../codebook/codebook'
import type { Place } from '../../codebook/moves'
import { keepPlace, placeIn, usePreferences } from '../../settings/preferences'
import { carried } from '../../surface'
import { dragImage } from './dragImage'

/** Stands above the roots, which have no parent. */
const TOP = 'top'

/** How far a level is indented, in px; a drag to the left takes a code out of its parent. */
export const INDENT = 10

export type CodeItem = ItemInstance<Code | undefined>
type Config = TreeConfig<Code | undefined>

interface Options {
  project: string
  book: Codebook
  /** The codes that a filter leaves; null without one. */
  left: ReadonlySet<string> | null
  /** The code that is open beside the tree. */
  chosen: string
  mayMove: boolean
  onMove(codes: readonly string[], place: Place): void
  /** What else can be dropped on codes. */
  foreign?: Pick<Config, 'canDragForeignDragObjectOver' | 'canDropForeignDragObject' | 'onDropForeignDragObject'>
}

/** The codebook as a tree that is walked with the arrows, in which several can be chosen, and ordered by dragging. */
export function useCodeTree({ project, book, left, chosen, mayMove, onMove, foreign }: Options) {
  const parentOf = (id: string) => (id === TOP ? '' : id)
  const children = (id: string) => book.children(parentOf(id)).filter((code) => !left || left.has(code.id))
  const { expanded, folders, fold } = useFolds(project, book, left)
  const { selected, select } = useSelected(book, chosen)

  const config: Config = {
    rootItemId: TOP,
    indent: INDENT,
    getItemName: (item) => item.getItemData()?.name ?? '',
    isItemFolder: (item) => children(item.getId()).length > 0,
    dataLoader: { getItem: (id) => book.get(id), getChildren: (id) => children(id).map((code) => code.id) },
    state: { expandedItems: expanded, selectedItems: selected },
    setExpandedItems: (next) => {
      const open = typeof next === 'function' ? next(expanded) : next
      fold(folders.filter((id) => !open.includes(id)))
    },
    setSelectedItems: (next) => select(typeof next === 'function' ? next(selected) : next),
    hotkeys: {
      selectAll: {
        hotkey: 'Control+KeyA',
        preventDefault: true,
        handler: (_, { getFocusedItem }) => select(siblingsOf(getFocusedItem())),
      },
    },
    canReorder: true,
    canDrag: () => mayMove,
    setDragImage: dragImage,
    createForeignDragObject: (items) => ({
      format: carried.codes,
      data: JSON.stringify(items.map((item) => item.getId())),
      effectAllowed: 'all',
    }),
    canDrop: (items, { item: into }) =>
      !left && items.every((item) => book.mayStandUnder(item.getId(), parentOf(into.getId()))),
    onDrop: (items, target) => {
      const parent = parentOf(target.item.getId())
      const position = 'insertionIndex' in target ? target.insertionIndex : book.children(parent).length
      onMove(
        items.map((item) => item.getId()),
        { parent, position },
      )
    },
    ...foreign,
    features: [syncDataLoaderFeature, selectionFeature, hotkeysCoreFeature, dragAndDropFeature],
  }
  const tree = useTree(config)
  return { tree, selected, select, foldAll: (shut: boolean) => fold(shut ? folders : []) }
}

export type CodeTreeState = ReturnType<typeof useCodeTree>

const siblingsOf = (item: CodeItem | undefined): string[] =>
  item
    ?.getParent()
    ?.getChildren()
    .map((each) => each.getId()) ?? []

/** Which codes are unfolded; remembered, and all of them while a filter is on. */
function useFolds(project: string, book: Codebook, left: ReadonlySet<string> | null) {
  usePreferences()
  const { folded = none } = placeIn(project)
  const folders = useMemo(() => book.codes.filter(({ id }) => book.children(id).length).map(({ id }) => id), [book])
  // a new list makes the tree read the codes again
  const expanded = useMemo(
    () => (left ? [...folders] : folders.filter((id) => !folded.includes(id))),
    [folders, left, folded],
  )
  const fold = (next: readonly string[]) => left || keepPlace(project, { folded: next })
  return { expanded, folders, fold }
}

const none: readonly string[] = []

/** The codes that were picked together; once another is opened, that one alone. */
function useSelected(book: Codebook, chosen: string) {
  const [{ picked, at }, set] = useState({ picked: none, at: '' })
  const selected = useMemo(() => {
    const together = at === chosen || picked.includes(chosen)
    return (together ? picked : [chosen]).filter((id) => book.get(id))
  }, [picked, at, chosen, book])
  const select = (next: readonly string[]) => set({ picked: next, at: chosen })
  return { selected, select }
}
