import { HomeLink } from "@/components/workspace/home-link";
import { Wordmark } from "@/components/workspace/wordmark";

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center px-5 py-12">
      {/* Here and not as metadata: that is lost when a layout is what finds nothing. */}
      <title>Not found · Assay</title>
      <Wordmark />
      <h1 className="mt-6 font-serif text-3xl font-semibold">There is nothing at this address</h1>
      <p className="mt-3 text-muted">
        It may have been moved to the bin, the address may be incomplete, or it belongs to a desk that you are
        not a member of.
      </p>
      <p className="mt-6">
        <HomeLink look="primary" />
      </p>
    </main>
  );
}
