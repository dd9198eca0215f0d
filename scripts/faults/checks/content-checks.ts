import { writerOf } from "../history";
import { isOk, leavesWords, placesByOp, type Evidence } from "./evidence";

/** What a check found, a line each; nothing where all is well. */
export type Findings = readonly string[];

const isSave = (kind: string) => kind === "save" || kind === "submit";

/** C1: whatever was acknowledged is stored, where it was said to be. */
export function lost(evidence: Evidence): Findings {
  const places = placesByOp(evidence);
  const keys = new Set(evidence.rows.keys.map(({ key }) => key));
  const versionOf = new Map(
    evidence.rows.versions.flatMap(({ rationale, version }) => {
      const op = writerOf(rationale);
      return op === null ? [] : [[op, version] as const];
    }),
  );
  const written = evidence.operations.filter(isOk).flatMap((operation) => {
    const { invoke, outcome } = operation;
    const { op, kind } = invoke;
    if (!keys.has(op)) return [`${kind} ${op} was acknowledged and is not there`];
    if (leavesWords(operation) && !places.has(op))
      return [`${kind} ${op} was acknowledged and its words are gone`];
    if (isSave(kind) && versionOf.get(op) !== outcome?.version) {
      return [
        `${kind} ${op} was acknowledged as version ${outcome?.version} and is version ${versionOf.get(op)}`,
      ];
    }
    return [];
  });
  return [...written, ...lostAtScreens(evidence)];
}

/** Whatever was typed at a screen that said it was saved is in a version of that person's annotation on that claim. */
function lostAtScreens({ lines, rows }: Evidence): Findings {
  const shown = new Set(lines.flatMap((line) => (line.event === "shown" ? [line.words] : [])));
  const owners = new Map(rows.annotations.map(({ id, claim, member }) => [id, `${member} ${claim}`]));
  const texts = new Map<string, string>();
  for (const { annotation, rationale } of rows.versions) {
    const owner = owners.get(annotation) ?? "";
    texts.set(owner, `${texts.get(owner) ?? ""}\n${rationale}`);
  }
  return lines.flatMap((line) => {
    if (line.event !== "typed" || !shown.has(line.words)) return [];
    if (texts.get(`${line.member} ${line.claim}`)?.includes(line.words)) return [];
    return [`a screen said that ${line.words} was saved, and it is in no version`];
  });
}

/** C2: nothing happened twice. */
export function duplicates(evidence: Evidence): Findings {
  const twice = [...placesByOp(evidence)]
    .filter(([, count]) => count > 1)
    .map(([op, count]) => `the words of ${op} are there ${count} times`);
  const seen = new Set<string>();
  const events = evidence.rows.events.flatMap(({ type, entity, version }) => {
    if (version === null || !/^annotation\.(saved|submitted)$|^note\.changed$/.test(type)) return [];
    const name = `${entity} version ${version}`;
    if (seen.has(name)) return [`the history tells twice of ${name}`];
    seen.add(name);
    return [];
  });
  return [...twice, ...events];
}

/** C3: the versions of an annotation follow each other, each on top of the one before, also as their writers were told. */
export function brokenChains({ rows, operations }: Evidence): Findings {
  const next = new Map<string, number>();
  const stored = [...rows.versions]
    .sort((a, b) => a.version - b.version)
    .flatMap(({ annotation, version, base }) => {
      const expected = (next.get(annotation) ?? 0) + 1;
      next.set(annotation, version);
      if (version === expected && base === version - 1) return [];
      return [`version ${version} of ${annotation} stands on ${base}, after ${expected - 1}`];
    });
  const told = new Map<string, string>();
  const said = operations.filter(isOk).flatMap(({ invoke, outcome }) => {
    if (!isSave(invoke.kind) || invoke.base === null || !outcome) return [];
    const { op, base, member, target } = invoke;
    if (outcome.version !== base + 1) {
      return [
        `${op} was written over version ${(outcome.version ?? 0) - 1}, which it had not seen (${base})`,
      ];
    }
    const name = `${member} ${target} ${outcome.version}`;
    const other = told.get(name);
    told.set(name, op);
    return other === undefined ? [] : [`${other} and ${op} were both told version ${outcome.version}`];
  });
  return [...stored, ...said];
}

/** C4: what is current is what its history ends with. */
export function wrongReplays({ rows }: Evidence): Findings {
  const newest = new Map<string, number>();
  const submitted = new Set<string>();
  for (const { annotation, version, submitted: is } of rows.versions) {
    newest.set(annotation, Math.max(newest.get(annotation) ?? 0, version));
    if (is) submitted.add(`${annotation} ${version}`);
  }
  const annotations = rows.annotations.flatMap((row) => {
    if (newest.get(row.id) !== row.version)
      return [`${row.id} says version ${row.version}, and has ${newest.get(row.id) ?? 0}`];
    if (row.submitted !== null && !submitted.has(`${row.id} ${row.submitted}`))
      return [`${row.id} says that ${row.submitted} was submitted`];
    return [];
  });
  const changes = new Map<string, number>();
  const wordings = new Map<string, string | null>();
  for (const { type, entity, wording } of rows.events) {
    if (type === "note.changed") changes.set(entity, (changes.get(entity) ?? 0) + 1);
    if (type === "claim.changed") wordings.set(entity, wording);
  }
  const notes = rows.notes.flatMap(({ id, version }) =>
    version === 1 + (changes.get(id) ?? 0)
      ? []
      : [`note ${id} is version ${version} after ${changes.get(id) ?? 0} changes`],
  );
  const worded = rows.wordings.flatMap(({ claim, wording }) =>
    !wordings.has(claim) || wordings.get(claim) === wording
      ? []
      : [`the wording of ${claim} is not its newest`],
  );
  return [...annotations, ...notes, ...worded];
}

/** C5: a change, its line of history and the answer that is kept for a repeat are there together or not at all. */
export function halfDone({ rows, operations }: Evidence): Findings {
  const told = (pattern: RegExp) =>
    new Set(
      rows.events
        .filter(({ type }) => pattern.test(type))
        .map(({ entity, version }) => (version === null ? entity : `${entity} ${version}`)),
    );
  const pairs = [
    [
      "version",
      rows.versions.map((row) => `${row.annotation} ${row.version}`),
      /^annotation\.(saved|submitted)$/,
    ],
    ["note", rows.notes.map(({ id }) => id), /^note\.written$/],
    ["source", rows.sources.map(({ id }) => id), /^source\.added$/],
    ["ruling", rows.rulings.map(({ id }) => id), /^claim\.ruled$/],
    ["article", rows.articles.map(({ id }) => id), /^article\.imported$/],
  ] as const;
  const unpaired = pairs.flatMap(([what, ids, pattern]) => {
    const events = told(pattern);
    const kept = new Set<string>(ids);
    return [
      ...ids.filter((id) => !events.has(id)).map((id) => `${what} ${id} has no line of history`),
      ...[...events].filter((id) => !kept.has(id)).map((id) => `the history tells of ${what} ${id}`),
    ];
  });
  const keyed = new Set(rows.keys.map(({ key }) => key));
  const known = new Set(operations.map(({ invoke }) => invoke.op));
  const withoutKey = [...placesByOp({ rows })]
    .filter(([op]) => known.has(op) && !keyed.has(op))
    .map(([op]) => `the words of ${op} are there without its key`);
  const open = rows.keys.filter(({ answered }) => !answered).map(({ key }) => `${key} has no answer`);
  return [...unpaired, ...withoutKey, ...open];
}

/** C6: what came too late was not written, and its words were carried on under a key of their own. */
export function droppedConflicts({ operations, rows }: Evidence): Findings {
  const places = placesByOp({ rows });
  const carried = new Set(operations.flatMap(({ invoke }) => (invoke.after ? [invoke.after] : [])));
  return operations.flatMap(({ invoke, outcome }) => {
    if (outcome?.event !== "conflict" || !isSave(invoke.kind)) return [];
    if (places.has(invoke.op)) return [`${invoke.op} was told that it came too late, and was written`];
    if (!carried.has(invoke.op)) return [`the words of ${invoke.op} came too late and were dropped`];
    return [];
  });
}
