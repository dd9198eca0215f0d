import "server-only";
import type { z } from "zod";
import type {
  ApiContent,
  ApiDocument,
  ApiOperation,
  ApiParameter,
  JsonSchema,
} from "@/lib/core/api/document";
import { permissions, scopeFor, type Permission } from "@/lib/core/permissions/table";
import { allEndpoints } from "./all-endpoints";
import { isSchema, type Answer, type Endpoint } from "./endpoint";
import { SchemaWriter } from "./json-schema";
import { refusalsOf } from "./refusals";

const problem: JsonSchema = {
  type: "object",
  description: "Problem details, RFC 9457. `code` is stable; `detail` is for people.",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    fields: {
      type: "array",
      description: "What is wrong with the input: where (a JSON pointer) and why.",
      items: {
        type: "object",
        properties: { field: { type: "string" }, message: { type: "string" } },
        required: ["field", "message"],
        additionalProperties: false,
      },
    },
    current: { description: "How things stand, where the caller may go on from there." },
  },
  required: ["type", "title", "status", "code", "detail"],
  additionalProperties: false,
};

const problemContent: ApiContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

let written: ApiDocument | null = null;

/** The whole API as OpenAPI 3.1, written once from the declarations of its operations. */
export function apiDocument(): ApiDocument {
  written ??= writeDocument(allEndpoints);
  return written;
}

function writeDocument(endpoints: readonly Endpoint[]): ApiDocument {
  const schemas = new SchemaWriter();
  const paths: Record<string, Record<string, ApiOperation>> = {};
  for (const declared of endpoints) {
    (paths[declared.path] ??= {})[declared.method.toLowerCase()] = operationOf(declared, schemas);
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Assay",
      version: "1",
      description:
        "JSON in and out. Sign in with `Authorization: Bearer assay_…`; the program's own pages use the session cookie. " +
        "Unknown fields are refused. A repeat of a write with the same Idempotency-Key gets the first answer.",
    },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(endpoints.map(({ room }) => room))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "Made under Settings, or by the command line.",
        },
        session: { type: "apiKey", in: "cookie", name: "assay.session" },
      },
      schemas: { ...schemas.named(), Problem: problem },
    },
  };
}

function operationOf(declared: Endpoint, schemas: SchemaWriter): ApiOperation {
  const { permission } = declared;
  const content = bodyOf(declared, schemas);
  return {
    operationId: declared.id,
    tags: [declared.room],
    summary: declared.summary,
    security: securityOf(permission),
    ...(isPermission(permission) ? { "x-assay-permission": permission } : {}),
    parameters: [
      ...fieldsOf(declared.params, "path", schemas),
      ...(declared.query ? fieldsOf(declared.query, "query", schemas) : []),
      ...headersOf(declared),
    ],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: responsesOf(declared, schemas),
  };
}

function isPermission(permission: Endpoint["permission"]): permission is Permission {
  return permissions.includes(permission as Permission);
}

/** A token that is bound to a scope names it; where no token will do only the session stands. */
function securityOf(permission: Endpoint["permission"]): ApiOperation["security"] {
  if (permission === "nobody") return [];
  if (permission === "anyone") return [{ token: ["read"] }, { session: [] }];
  if (permission === "person") return [{ session: [] }];
  const scope = scopeFor(permission);
  return scope === null ? [{ session: [] }] : [{ token: [scope] }, { session: [] }];
}

function fieldsOf(
  schema: z.ZodType,
  place: "path" | "query",
  schemas: SchemaWriter,
): readonly ApiParameter[] {
  const { properties = {}, required = [] } = schemas.input(schema);
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: field,
  }));
}

function headersOf(declared: Endpoint): readonly ApiParameter[] {
  const ifMatch: ApiParameter = {
    name: "If-Match",
    in: "header",
    required: declared.version === "always",
    description: "The version that the write starts from, in quotes.",
    schema: { type: "string" },
  };
  const key: ApiParameter = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "8 to 200 visible ASCII characters; kept for a week.",
    schema: { type: "string", minLength: 8, maxLength: 200 },
  };
  return [...(declared.version ? [ifMatch] : []), ...((declared.body ?? declared.form) ? [key] : [])];
}

function bodyOf({ body, form }: Endpoint, schemas: SchemaWriter): ApiContent | null {
  if (body) return { "application/json": { schema: schemas.input(body) } };
  if (!form) return null;
  const { properties = {}, ...fields } = schemas.input(form.fields);
  const file = { type: "string", format: "binary" };
  return {
    "multipart/form-data": {
      schema: { ...fields, properties: { file, ...properties }, required: ["file"] },
    },
    "application/json": { schema: schemas.input(form.instead) },
  };
}

function responsesOf(declared: Endpoint, schemas: SchemaWriter): ApiOperation["responses"] {
  const answers = Object.entries(declared.answers).map(([status, answer]) => {
    const content = contentOf(answer, schemas);
    return [status, { description: "Done", ...(content ? { content } : {}) }] as const;
  });
  const refusals = [...refusalsOf(declared)].map(
    ([status, description]) => [String(status), { description, content: problemContent }] as const,
  );
  return Object.fromEntries<ApiOperation["responses"][string]>([...answers, ...refusals]);
}

function contentOf(answer: Answer, schemas: SchemaWriter): ApiContent | null {
  if (answer === "nothing") return null;
  if (isSchema(answer)) return { "application/json": { schema: schemas.output(answer) } };
  return Object.fromEntries(answer.media.map((type) => [type, { schema: { type: "string" } }]));
}
