import { loadAnew } from "./load-anew";
import { forgetUndoSteps } from "./undo-stack";

/** Ends the session on the server, then loads the sign-in page anew so that nothing stays in memory. */
export async function leave(): Promise<void> {
  // Needed once a visit at most, and as large as the rest of a page's tools.
  const { signOut } = await import("next-auth/react");
  await signOut({ redirect: false });
  forgetUndoSteps();
  loadAnew("/sign-in");
}
