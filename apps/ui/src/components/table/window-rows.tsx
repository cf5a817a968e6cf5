import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, type RefObject, useImperativeHandle } from 'react';

export interface WindowRowsProps {
  readonly ids: readonly string[];
  /** Null until it is on the page. */
  readonly scroller: HTMLElement | null;
  /** Where to put how a row is brought into sight. */
  readonly scrollTo: RefObject<((index: number) => void) | null>;
  readonly renderRow: (index: number, ref: Ref<HTMLTableRowElement>) => ReactNode;
}

const ROW_HEIGHT = 41;

/** Of many rows those in sight, with room for the others above and below. */
export function WindowRows({ ids, scroller, scrollTo, renderRow }: WindowRowsProps) {
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 8,
  });
  useImperativeHandle(scrollTo, () => (index) => virtual.scrollToIndex(index), [virtual]);
  const items = virtual.getVirtualItems();
  return (
    <>
      <Space height={items[0]?.start ?? 0} />
      {items.map(({ index }) => renderRow(index, virtual.measureElement))}
      <Space height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
    </>
  );
}

/** Holds the place of rows that are not drawn. */
function Space({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="@max-lg:block" style={{ height }}>
      <td className="p-0" />
    </tr>
  );
}
