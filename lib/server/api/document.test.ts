import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { GET as getDocument } from "@/app/api/v1/openapi.json/route";
import { permissions, scopeFor } from "@/lib/core/permissions/table";
import type { DeclaredHandler } from "../http/define-route";
import { allEndpoints } from "./all-endpoints";
import { apiDocument } from "./document";
import { methods } from "./endpoint";

const root = join(import.meta.dirname, "../../../app/api/v1");

async function findHandlers(): Promise<readonly (readonly [address: string, handler: DeclaredHandler])[]> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith("route.ts"),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const path = `/${file.replace(/\/?route\.ts$/, "")}`.replaceAll(/\[(\w+)\]/g, "{$1}");
      const exported = (await import(join(root, file))) as Readonly<Record<string, DeclaredHandler>>;
      return methods.flatMap((method) => {
        const handler = exported[method];
        return handler ? [[`${method} ${path}`, handler] as const] : [];
      });
    }),
  );
  return found.flat();
}

it("has every operation that there is, at its address, and no other", async () => {
  const handlers = await findHandlers();
  for (const [address, handler] of handlers) {
    expect(handler.declared, address).toBeDefined();
    const { method, path } = handler.declared;
    expect(`${method} ${path}`).toBe(address);
    expect(allEndpoints).toContain(handler.declared);
  }
  const declared = allEndpoints.map(({ method, path }) => `${method} ${path}`);
  expect(handlers.map(([address]) => address).toSorted()).toEqual(declared.toSorted());
  expect(new Set(allEndpoints.map(({ id }) => id)).size).toBe(allEndpoints.length);
});

it("is valid OpenAPI 3.1, and everything that it refers to is in it", async () => {
  const document = JSON.parse(JSON.stringify(apiDocument())) as Record<string, unknown>;
  const { valid, errors } = await new Validator().validate(document);
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  const names = Object.keys(apiDocument().components.schemas);
  const meant = JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  for (const [, name] of meant) expect(names).toContain(name);
});

it("holds schemas that a validator can work with, each with no room for a field that is not named", () => {
  const ajv = new Ajv2020({ strict: true, validateFormats: false, allowUnionTypes: true });
  const { schemas } = apiDocument().components;
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, `#/components/schemas/${name}`);
  for (const [name, schema] of Object.entries(schemas)) {
    expect(() => ajv.getSchema(`#/components/schemas/${name}`), name).not.toThrow();
    if (schema.type === "object") expect(schema.additionalProperties, name).toBe(false);
  }
});

it("is served as it is", async () => {
  const response = await getDocument(new Request("http://127.0.0.1/"), { params: Promise.resolve({}) });
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(apiDocument())));
});

it("names for each operation the parameters of its address, the scope of a token, and 401 unless it is open", () => {
  const { paths } = apiDocument();
  for (const { id, method, path, permission } of allEndpoints) {
    const operation = paths[path]?.[method.toLowerCase()];
    const named = operation?.parameters.filter((one) => one.in === "path").map(({ name }) => name);
    expect(named?.toSorted(), id).toEqual(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted(),
    );
    expect("401" in (operation?.responses ?? {}), id).toBe(permission !== "nobody");
    if (permissions.includes(permission as never)) {
      const scope = scopeFor(permission as (typeof permissions)[number]);
      expect(operation?.security, id).toEqual([...(scope ? [{ token: [scope] }] : []), { session: [] }]);
    }
  }
});

/** Every path of the contract that programs have been promised. */
const promised = [
  "GET /me",
  "POST /validate",
  "GET /openapi.json",
  ...[
    "POST articles",
    "POST articles/import",
    "GET jobs/{}",
    "GET articles",
    "GET articles/{}",
    "PATCH articles/{}",
    "DELETE articles/{}",
    "GET articles/{}/claims",
    "POST articles/{}/revisions",
    "POST claims/{}/split",
    "POST claims/merge",
    "POST claims/{}/parts",
    "PATCH claims/{}",
    "GET claims/{}/annotations",
    "PUT claims/{}/annotation",
    "POST claims/{}/notes",
    "PATCH notes/{}",
    "POST notes/{}/resolve",
    "POST annotations/{}/reviews",
    "POST claims/{}/ruling",
    "POST claims/assign",
    "GET sources",
    "POST sources",
    "POST sources/{}/snapshots",
    "GET search",
    "GET claims/{}/similar",
    "GET articles/{}/agreement",
    "POST articles/{}/reports",
    "GET articles/{}/export",
    "GET events",
    "GET history",
    "POST tokens",
    "DELETE tokens/{}",
    "POST webhooks",
  ].map((operation) => operation.replace(" ", " /workspaces/{}/")),
];

it("has every operation of the contract, and the filters of claims", () => {
  const { paths } = apiDocument();
  const written = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, "{}")}`),
  );
  expect(promised.filter((operation) => !written.includes(operation))).toEqual([]);
  const claims = paths["/workspaces/{workspace}/articles/{article}/claims"]?.["get"]?.parameters ?? [];
  expect(claims.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["state", "verdict", "assignee", "q"]),
  );
});
