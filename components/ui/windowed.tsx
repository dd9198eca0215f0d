"use client";

import {
  createContext,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
} from "react";
import { Virtualizer } from "virtua";

/** Rows of the first picture, which the server makes without knowing how high the window is. */
const firstRows = 40;

export type WindowedProps<T> = {
  readonly rows: readonly T[];
  readonly children: (row: T, place: number) => ReactElement;
  /** What scrolls; the list may be anywhere in it. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** Rows that stay in the page wherever the window is: the one that Tab leads to. */
  readonly kept: readonly number[];
  /** In pixels, where every row has the same. */
  readonly rowHeight?: number;
  /** Of a list; a table has its name around its head. */
  readonly label?: string;
  /** What the rows are to assistive technology: items of a list, or rows of a table below one row of names. */
  readonly as?: "list" | "table";
};

/**
 * A long list of which only the rows near the window are in the page. It is a list to assistive technology, and every
 * row says which of how many it is. Rows may be of any height: they are measured when they come into the window.
 */
export function Windowed<T>(props: WindowedProps<T>) {
  const { rows, children, scroller, kept, rowHeight, label, as = "list" } = props;
  const start = useRef<HTMLDivElement>(null);
  const above = useHeightAbove(start, scroller);
  return (
    <CountContext.Provider value={rows.length}>
      <div ref={start} />
      <div role={as === "list" ? "list" : "rowgroup"} aria-label={label}>
        <Virtualizer
          data={rows}
          scrollRef={scroller}
          startMargin={above}
          ssrCount={Math.min(firstRows, rows.length)}
          keepMounted={kept}
          item={as === "list" ? Item : Row}
          {...(rowHeight === undefined ? {} : { itemSize: rowHeight })}
        >
          {children}
        </Virtualizer>
      </div>
    </CountContext.Provider>
  );
}

const CountContext = createContext(0);

type ItemProps = {
  readonly style: CSSProperties;
  readonly index: number;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
};

function Item({ style, index, children, ref }: ItemProps) {
  const count = useContext(CountContext);
  return (
    <div ref={ref} style={style} role="listitem" aria-setsize={count} aria-posinset={index + 1}>
      {children}
    </div>
  );
}

function Row({ style, index, children, ref }: ItemProps) {
  return (
    <div ref={ref} style={style} role="row" aria-rowindex={index + 2}>
      {children}
    </div>
  );
}

/** How far below the beginning of what scrolls the rows begin, in pixels; a heading above may be of any height. */
function useHeightAbove(
  start: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): number {
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const mark = start.current;
    const outer = scroller.current;
    if (!mark || !outer) return;
    const measure = () => {
      const distance = mark.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop;
      setAbove(Math.round(distance));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    if (mark.parentElement?.previousElementSibling)
      observer.observe(mark.parentElement.previousElementSibling);
    return () => {
      observer.disconnect();
    };
  }, [start, scroller]);
  return above;
}
