import type { JsonSchema } from "@/lib/core/api/document";
import { boundWords } from "./bound-words";

/** What something is made of: fields as a list, one inside of the other; a shape with a name as a link to it. */
export function SchemaView({ schema }: { readonly schema: JsonSchema }) {
  if (schema.$ref !== undefined) return <ShapeLink address={schema.$ref} />;
  if (schema.anyOf) return <Alternatives schemas={schema.anyOf} />;
  if (schema.items) {
    return (
      <>
        <span className="text-xs text-muted">list {boundWords(schema)} of </span>
        <SchemaView schema={schema.items} />
      </>
    );
  }
  if (schema.properties) return <Fields schema={schema} />;
  return <span className="text-xs wrap-anywhere text-muted">{valueWords(schema)}</span>;
}

function ShapeLink({ address }: { readonly address: string }) {
  const name = address.split("/").at(-1) ?? "";
  return (
    <a href={`#shape-${name}`} className="font-mono text-xs">
      {name}
    </a>
  );
}

function Alternatives({ schemas }: { readonly schemas: readonly JsonSchema[] }) {
  return schemas.map((one, at) => (
    <span key={at}>
      {at > 0 ? <span className="text-xs text-muted"> or </span> : null}
      <SchemaView schema={one} />
    </span>
  ));
}

function Fields({ schema: { properties = {}, required = [] } }: { readonly schema: JsonSchema }) {
  return (
    <ul className="my-1 flex flex-col gap-1 border-s border-hairline ps-3">
      {Object.entries(properties).map(([name, field]) => (
        <li key={name} className="wrap-anywhere">
          <code className="text-xs font-semibold">{name}</code>{" "}
          {required.includes(name) ? null : <span className="text-xs text-muted">optional, </span>}
          <SchemaView schema={field} />
          {field.description ? <span className="block text-xs text-muted">{field.description}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function valueWords(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(", ");
  const type = schema.type === undefined ? "anything" : [schema.type].flat().join(" or ");
  return [type, schema.format, boundWords(schema)].filter(Boolean).join(" ");
}
