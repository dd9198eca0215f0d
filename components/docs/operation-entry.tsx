import type { ApiContent, ApiOperation, ApiParameter } from "@/lib/core/api/document";
import { SchemaView } from "./schema-view";

type OperationEntryProps = {
  readonly method: string;
  readonly path: string;
  readonly operation: ApiOperation;
};

/** One operation, opened by who wants to know more of it. */
export function OperationEntry({ method, path, operation }: OperationEntryProps) {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  return (
    <details id={operationId} className="border-b border-hairline py-2.5">
      <summary className="cursor-pointer">
        <span className="font-mono text-xs font-semibold uppercase">{method}</span>{" "}
        <code className="text-xs wrap-anywhere">{path}</code>
        <span className="block ps-4 text-sm text-muted">{summary}</span>
      </summary>
      <div className="mt-3 mb-4 flex flex-col gap-4 ps-4 text-sm">
        <p>{accessWords(operation)}</p>
        {parameters.length > 0 ? <Parameters parameters={parameters} /> : null}
        {requestBody ? <Content title="Body" content={requestBody.content} /> : null}
        {Object.entries(responses).map(([status, { description, content }]) =>
          status.startsWith("2") ? (
            <Content key={status} title={`${status} ${description}`} content={content ?? {}} />
          ) : null,
        )}
        <Refusals responses={responses} />
      </div>
    </details>
  );
}

function accessWords({ security, "x-assay-permission": permission }: ApiOperation): string {
  if (security.length === 0) return "Open to everybody.";
  const scope = security.flatMap((one) => one["token"] ?? [])[0];
  const way =
    scope === undefined ? "Signed in; never with a token" : `Signed in, or a token of scope ${scope}`;
  return permission === undefined ? `${way}.` : `${way}. Permission ${permission}.`;
}

function Parameters({ parameters }: { readonly parameters: readonly ApiParameter[] }) {
  return (
    <div>
      <h3 className="text-xs font-semibold">Parameters</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {parameters.map(({ name, in: place, required, description, schema }) => (
          <li key={name} className="wrap-anywhere">
            <code className="text-xs font-semibold">{name}</code>{" "}
            <span className="text-xs text-muted">
              in the {place}, {required ? "" : "optional, "}
            </span>
            <SchemaView schema={schema} />
            {description ? <span className="block text-xs text-muted">{description}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Content({ title, content }: { readonly title: string; readonly content: ApiContent }) {
  return (
    <div>
      <h3 className="text-xs font-semibold">{title}</h3>
      {Object.entries(content).map(([type, { schema }]) => (
        <div key={type} className="mt-1">
          <p className="text-xs wrap-anywhere text-muted">{type}</p>
          <SchemaView schema={schema} />
        </div>
      ))}
    </div>
  );
}

function Refusals({ responses }: Pick<ApiOperation, "responses">) {
  return (
    <div>
      <h3 className="text-xs font-semibold">Refused with</h3>
      <ul className="mt-1 flex flex-col gap-0.5 text-xs text-muted">
        {Object.entries(responses)
          .filter(([status]) => !status.startsWith("2"))
          .map(([status, { description }]) => (
            <li key={status}>
              <span className="font-mono text-ink">{status}</span> {description}
            </li>
          ))}
      </ul>
    </div>
  );
}
