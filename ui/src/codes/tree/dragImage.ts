import type { TreeConfig } from '@headless-tree/core'
import { count } from '../../kit/words'
import type { CodeItem } from './useCodeTree'

type Drawn = ReturnType<NonNullable<TreeConfig<unknown>['setDragImage']>>

/** What is seen under the pointer while codes are dragged: the name of one, or how many they are. */
export function dragImage(items: readonly CodeItem[]): Drawn {
  const el = document.createElement('div')
  el.className = 'drag-image'
  el.textContent = items.length > 1 ? count(items.length, 'code') : (items[0]?.getItemName() ?? '')
  document.body.append(el)
  requestAnimationFrame(() => el.remove()) // the browser has taken its picture by then
  return { imgElement: el, xOffset: -12, yOffset: -8 }
}
