"use client";

import Link from "next/link";
import { useRef, useState, type SubmitEvent } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import {
  deliveries,
  notificationKinds,
  type Delivery,
  type DeliverySettings,
  type NotificationKind,
} from "@/lib/core/notifications/notification";
import { DeskApi } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { DeskHeader } from "@/components/workspace/desk-header";

const kindWords: Record<NotificationKind, { readonly name: string; readonly hint: string }> = {
  assigned: { name: "Assigned", hint: "Somebody gives or hands you claims to work on." },
  mentioned: { name: "Mentioned", hint: "A note has @ and your name in it." },
  changes_requested: { name: "Changes asked for", hint: "A reviewer sends your annotation back." },
  disputed: { name: "Disputed", hint: "A claim that you judged, or may decide, is disputed." },
  ruled: { name: "Ruled", hint: "A claim that you had a part in has its ruling." },
};

const deliveryWords: Record<Delivery, string> = {
  off: "Not at all",
  program: "Here",
  email: "Here, and by e-mail at once",
  digest: "Here, and in a daily e-mail",
};

type DeliveryFormProps = {
  readonly member: DeskMember;
  readonly settings: DeliverySettings;
  readonly canMail: boolean;
  readonly email: string;
};

/** For each kind of notification: whether and how the reader is told. */
export function DeliveryForm({ member, settings, canMail, email }: DeliveryFormProps) {
  const base = `/w/${member.workspace.slug}/notifications`;
  return (
    <>
      <DeskHeader
        member={member}
        crumbs={[{ label: "Notifications", href: base }, { label: "What I am told" }]}
      />
      <main id="content" tabIndex={-1} className="mx-auto max-w-3xl px-4 pt-8 pb-20 outline-none sm:px-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">What I am told, and how</h1>
        <p className="mt-2 max-w-prose text-muted">
          {canMail
            ? `Letters go to ${email}. What you have read here before a letter goes out is not in it.`
            : "This installation sends no e-mail yet: whoever runs it can set a mail server. What you choose is kept until then."}
        </p>
        <Choices member={member} settings={settings} />
        <p className="mt-8">
          <Link href={base} className="text-accent underline">
            To the notifications
          </Link>
        </p>
      </main>
    </>
  );
}

function Choices({ member, settings }: Pick<DeliveryFormProps, "member" | "settings">) {
  const [chosen, setChosen] = useState(settings);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const [api] = useState(() => new DeskApi({ workspace: member.workspace.slug, memberId: member.memberId }));

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const answer = await api.saveDelivery(chosen);
    busy.current = false;
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) toast("Saved");
  }

  return (
    <form onSubmit={(event) => void onSubmit(event)} className="mt-6 flex flex-col gap-5">
      {problem ? (
        <Banner look="error" title="It was not saved">
          {problemWords(problem)}
        </Banner>
      ) : null}
      {notificationKinds.map((kind) => (
        <SelectField
          key={kind}
          label={kindWords[kind].name}
          hint={kindWords[kind].hint}
          className="max-w-80"
          value={chosen[kind]}
          onChange={(event) => {
            setChosen({ ...chosen, [kind]: event.target.value as Delivery });
          }}
        >
          {deliveries.map((delivery) => (
            <option key={delivery} value={delivery}>
              {deliveryWords[delivery]}
            </option>
          ))}
        </SelectField>
      ))}
      <Button type="submit" look="primary" className="self-start">
        Save
      </Button>
    </form>
  );
}
