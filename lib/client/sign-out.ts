import { signOut } from "next-auth/react";
import { loadAnew } from "./load-anew";

/** Ends the session on the server, then loads the sign-in page anew so that nothing stays in memory. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false });
  loadAnew("/sign-in");
}
