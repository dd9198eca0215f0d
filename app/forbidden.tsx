import { HomeLink } from "@/components/workspace/home-link";
import { Wordmark } from "@/components/workspace/wordmark";

export default function Forbidden() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center px-5 py-12">
      <title>Not allowed · Assay</title>
      <Wordmark />
      <h1 className="mt-6 font-serif text-3xl font-semibold">Your role does not allow this</h1>
      <p className="mt-3 text-muted">
        You are a member of this desk, but what is at this address is for other roles. An owner of the desk
        can change yours in Settings, Members.
      </p>
      <p className="mt-6">
        <HomeLink look="primary" />
      </p>
    </main>
  );
}
