import { signOut } from "next-auth/react";

/** Ends the session on the server, then loads the sign-in page anew so that nothing stays in memory. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign("/sign-in");
}
