import { Wordmark } from "@/components/workspace/wordmark";

/** What somebody finds whose link was used, revoked, too old, or never there. */
export function LinkOver({ what }: { readonly what: "invitation" | "link" }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-12">
      <Wordmark className="text-3xl" />
      <h1 className="mt-6 font-serif text-2xl font-semibold">This {what} does not open any more</h1>
      <p className="mt-2 text-muted">
        It was used, or taken back, or its time is over. Ask an owner of the desk for a new one.
      </p>
    </main>
  );
}
