import Link from "next/link";
import type { ApiDocument, ApiOperation } from "@/lib/core/api/document";
import { Wordmark } from "@/components/workspace/wordmark";
import { OperationEntry } from "./operation-entry";
import { SchemaView } from "./schema-view";

type Placed = { readonly method: string; readonly path: string; readonly operation: ApiOperation };

const roomName = (room: string) => room.charAt(0).toUpperCase() + room.slice(1);

function operationsOf(document: ApiDocument): readonly Placed[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

/** The whole API on one page that needs no script and no network: rooms, their operations, and the shapes they share. */
export function ApiReference({ document }: { readonly document: ApiDocument }) {
  const operations = operationsOf(document);
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-12">
      <nav aria-label="Rooms of the API" className="text-sm lg:sticky lg:top-8 lg:self-start">
        <Link href="/">
          <Wordmark />
        </Link>
        <ul className="mt-5 flex flex-wrap gap-x-4 gap-y-1.5 lg:flex-col">
          {[...document.tags.map(({ name }) => name), "shapes"].map((room) => (
            <li key={room}>
              <a href={`#${room}`} className="text-muted hover:text-ink">
                {roomName(room)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1} className="mt-8 min-w-0 outline-none lg:mt-0">
        <Introduction document={document} />
        {document.tags.map(({ name }) => (
          <section key={name} aria-labelledby={name} className="mt-12">
            <h2 id={name} className="scroll-mt-6 border-b border-ink pb-2 text-base font-semibold">
              {roomName(name)}
            </h2>
            {operations
              .filter(({ operation }) => operation.tags.includes(name))
              .map((placed) => (
                <OperationEntry key={placed.operation.operationId} {...placed} />
              ))}
          </section>
        ))}
        <Shapes document={document} />
      </main>
    </div>
  );
}

function Introduction({ document }: { readonly document: ApiDocument }) {
  return (
    <header className="max-w-2xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">The API</h1>
      <p className="mt-3">
        Everything that Assay’s own pages do, a program can do too, under <code>/api/v1</code>. It sends a
        token, made in the settings of a desk:{" "}
        <code className="wrap-anywhere">Authorization: Bearer assay_…</code>
      </p>
      <ul className="mt-4 flex list-disc flex-col gap-1.5 ps-5 text-sm text-muted">
        <li>
          A token acts as its member at one desk. Each operation names the least scope that covers it: read,
          annotate or admin.
        </li>
        <li>
          A write to something that has versions says in <code>If-Match</code> which version it starts from.
          When there is a newer one nothing is written: 412, with how things stand.
        </li>
        <li>
          With an <code>Idempotency-Key</code> a write may be sent again when its answer got lost: it happens
          once.
        </li>
        <li>
          Refusals are problem details (RFC 9457) with a <code>code</code> that does not change. Unknown
          fields are refused.
        </li>
      </ul>
      <p className="mt-4 text-sm">
        For programs:{" "}
        <a href={`${document.servers[0]?.url ?? ""}/openapi.json`}>the same as OpenAPI {document.openapi}</a>
      </p>
    </header>
  );
}

function Shapes({ document }: { readonly document: ApiDocument }) {
  return (
    <section aria-labelledby="shapes" className="mt-12">
      <h2 id="shapes" className="scroll-mt-6 border-b border-ink pb-2 text-base font-semibold">
        Shapes
      </h2>
      <div className="divide-y divide-hairline">
        {Object.entries(document.components.schemas).map(([name, schema]) => (
          <details key={name} id={`shape-${name}`} className="scroll-mt-6 py-2 text-sm">
            <summary className="cursor-pointer">
              <code className="text-xs font-semibold">{name}</code>
              {schema.description ? (
                <span className="block ps-4 text-muted">{schema.description}</span>
              ) : null}
            </summary>
            <div className="ps-4">
              <SchemaView schema={schema} />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}
