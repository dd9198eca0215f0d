import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed: then all rows have to be in it. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const print = window.matchMedia("print");
    const change = (now: boolean) => {
      // The browser takes its picture as soon as the event is over.
      flushSync(() => {
        setPrinting(now);
      });
    };
    const begin = () => {
      change(true);
    };
    const end = () => {
      change(false);
    };
    const onMedium = () => {
      change(print.matches);
    };
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    print.addEventListener("change", onMedium);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
      print.removeEventListener("change", onMedium);
    };
  }, []);
  return printing;
}
