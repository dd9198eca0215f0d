"use client";

import { usePathname } from "next/navigation";
import { buttonClass } from "@/components/ui/button";

/** For what is done only by somebody who has just signed in: to the door and back to this page. */
export function SignInAgain() {
  const back = usePathname();
  return (
    <a className={buttonClass("outline")} href={`/sign-in?from=${encodeURIComponent(back)}`}>
      Sign in again
    </a>
  );
}
