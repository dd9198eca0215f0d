"use client";

import type { SessionLine } from "@/lib/core/identity/session";
import { problemWords } from "@/lib/client/problem";
import { endOtherSessions, endSession } from "@/lib/client/session-requests";
import { SignInAgain } from "@/components/settings/sign-in-again";
import { useSettingsAction } from "@/components/settings/use-settings-action";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SessionList } from "./session-list";

function useSessionActions() {
  const { act, problem } = useSettingsAction();

  return {
    problem,
    end: ({ id, browser }: SessionLine) => act(endSession(id), () => `Signed out: ${browser}`),
    endOthers: () =>
      act(endOtherSessions(), ({ ended }) =>
        ended === 0 ? "Nothing else was open" : `Signed out in ${ended} other ${placesWord(ended)}`,
      ),
  };
}

const placesWord = (count: number) => (count === 1 ? "place" : "places");

/** The browsers in which one is signed in, and the way to sign out there from here. */
export function SessionSettings({ sessions }: { readonly sessions: readonly SessionLine[] }) {
  const { problem, end, endOthers } = useSessionActions();
  return (
    <div className="mt-8 flex flex-col gap-6">
      {problem ? (
        <Banner
          look="error"
          title="That was not done"
          actions={problem.code === "forbidden" ? <SignInAgain /> : null}
        >
          {problemWords(problem)}
        </Banner>
      ) : null}
      <SessionList sessions={sessions} onEnd={end} />
      <p className="max-w-2xl text-sm text-muted">
        One you do not know? Sign out there, then ask an owner of the desk for a link to a new password:
        whoever sat there may know yours. Drafts that were not yet saved there are kept in that browser. To
        sign out elsewhere you have to have signed in here within the last ten minutes.
      </p>
      {sessions.length > 1 ? (
        <Button look="danger" className="self-start" onClick={() => void endOthers()}>
          Sign out everywhere else
        </Button>
      ) : null}
    </div>
  );
}
