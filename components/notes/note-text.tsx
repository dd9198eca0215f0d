"use client";

import { Fragment, useMemo, type ReactNode } from "react";
import type { Person } from "@/lib/core/annotations/annotation";
import { readMarkdown, type MarkdownNode } from "@/lib/core/notes/markdown";
import { splitMentions } from "@/lib/core/notes/mentions";
import { SafeLink } from "@/components/ui/safe-link";

type NoteTextProps = { readonly body: string; readonly mentions: readonly Person[] };

/** A note's words, set as its Markdown asks, with those whom it calls marked. Made of elements, never of markup. */
export function NoteText({ body, mentions }: NoteTextProps) {
  const nodes = useMemo(() => readMarkdown(body), [body]);
  return (
    <div dir="auto" className="mt-0.5 flex flex-col gap-2 text-sm wrap-anywhere">
      {children(nodes, mentions)}
    </div>
  );
}

function children(nodes: readonly MarkdownNode[], mentions: readonly Person[]): ReactNode {
  return nodes.map((node, place) => <Fragment key={place}>{show(node, mentions)}</Fragment>);
}

type Branch = Extract<MarkdownNode, { children: readonly MarkdownNode[] }>;
type Leaf = Exclude<MarkdownNode, Branch>;

function show(node: MarkdownNode, mentions: readonly Person[]): ReactNode {
  return "children" in node ? showBranch(node, children(node.children, mentions)) : showLeaf(node, mentions);
}

function showLeaf(node: Leaf, mentions: readonly Person[]): ReactNode {
  switch (node.kind) {
    case "text":
      return <Words text={node.text} mentions={mentions} />;
    case "code":
      return <code className="rounded bg-panel px-1 font-mono text-xs">{node.text}</code>;
    case "pre":
      return (
        <pre tabIndex={0} className="overflow-x-auto rounded bg-panel p-2 font-mono text-xs">
          {node.text}
        </pre>
      );
    case "break":
      return <br />;
    case "rule":
      return <hr className="border-hairline" />;
  }
}

/** How each kind of branch is set; a heading inside of a note would stand among those of the page, so it is none. */
const branches: Record<Exclude<Branch["kind"], "link">, (inner: ReactNode) => ReactNode> = {
  strong: (inner) => <strong>{inner}</strong>,
  emphasis: (inner) => <em>{inner}</em>,
  struck: (inner) => <s>{inner}</s>,
  quote: (inner) => <blockquote className="border-s-2 border-hairline ps-3 text-muted">{inner}</blockquote>,
  bullets: (inner) => <ul className="list-disc ps-5">{inner}</ul>,
  numbers: (inner) => <ol className="list-decimal ps-5">{inner}</ol>,
  item: (inner) => <li>{inner}</li>,
  paragraph: (inner) => <p>{inner}</p>,
  heading: (inner) => <p className="font-semibold">{inner}</p>,
};

function showBranch(node: Branch, inner: ReactNode): ReactNode {
  return node.kind === "link" ? <SafeLink href={node.href}>{inner}</SafeLink> : branches[node.kind](inner);
}

function Words({ text, mentions }: { readonly text: string; readonly mentions: readonly Person[] }) {
  return splitMentions(text, mentions).map((part, place) =>
    part.memberId === null ? (
      part.text
    ) : (
      <span key={place} className="rounded bg-selection px-0.5 font-medium">
        {part.text}
      </span>
    ),
  );
}
