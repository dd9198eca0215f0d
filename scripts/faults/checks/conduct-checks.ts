import { leavesWords, placesByOp, type Evidence } from "./evidence";
import type { Findings } from "./content-checks";

/** C7: nobody sees their own work older than what they had been told was saved. */
export function backwardReads({ lines }: Evidence): Findings {
  const target = new Map<string, string>();
  const saved = new Map<string, { readonly at: number; readonly version: number }[]>();
  for (const line of lines) {
    if (line.event === "invoke" && (line.kind === "save" || line.kind === "submit")) {
      target.set(line.op, `${line.member} ${line.target}`);
    }
    const name = line.event === "ok" ? target.get(line.op) : undefined;
    if (line.event !== "ok" || name === undefined || line.version === null) continue;
    saved.set(name, [...(saved.get(name) ?? []), { at: line.at, version: line.version }]);
  }
  return lines.flatMap((line) => {
    if (line.event !== "read") return [];
    const known = saved.get(`${line.member} ${line.claim}`) ?? [];
    const least = Math.max(0, ...known.filter(({ at }) => at < line.began).map(({ version }) => version));
    return line.ownVersion >= least
      ? []
      : [`${line.member} saw version ${line.ownVersion} of ${line.claim} after ${least} was saved`];
  });
}

/** C8: once taking a right away has been acknowledged, nothing that needs it is accepted until it is given back. */
export function writesAfterRevocation({ operations }: Evidence): Findings {
  const changes = operations.filter(({ invoke }) => invoke.kind === "role");
  return operations.flatMap(({ invoke, outcome }) => {
    if (outcome?.event !== "ok" || invoke.kind === "role") return [];
    const ofWriter = changes.filter((change) => change.invoke.target === invoke.member);
    // The last change that was acknowledged before this write began …
    const before = ofWriter.filter((change) => (change.outcome?.at ?? Infinity) < invoke.at).at(-1);
    if (!before || before.invoke.role !== "viewer") return [];
    // … and no other had begun before this one ended.
    const next = ofWriter[ofWriter.indexOf(before) + 1];
    if (next && next.invoke.at < outcome.at) return [];
    return [`${invoke.op} was accepted after ${before.invoke.op} had taken the right away`];
  });
}

/** C9: nobody sees the words of a colleague that are hidden from them. */
export function leaks({ lines, operations, blind }: Evidence): Findings {
  const writes = new Map(operations.map(({ invoke }) => [invoke.op, invoke]));
  const hidden = new Set(blind);
  return lines.flatMap((line) => {
    if (line.event !== "read") return [];
    return line.seen.flatMap((op) => {
      const write = writes.get(op);
      if (!write || write.member === line.member) return [];
      const isDraft = write.kind === "save";
      const isBlind = write.kind === "submit" && hidden.has(line.claim);
      return isDraft || isBlind ? [`${line.member} saw ${op} of ${write.member} on ${line.claim}`] : [];
    });
  });
}

/** C10: the chain of the history holds, and every line is in it. */
export function brokenSeals({ judged, rows }: Evidence): Findings {
  if (!judged.chain.holds) return ["the chain of the history is broken"];
  const { length } = rows.events;
  if (rows.seals === length && judged.chain.lines === length) return [];
  return [`${length} lines of history, ${rows.seals} sealed, ${judged.chain.lines} in the chain`];
}

/** C11: an export is of one moment: of two numbers raised in turn, the first is the second or one ahead. */
export function tornExports({ lines }: Evidence): Findings {
  return lines.flatMap((line) => {
    if (line.event !== "export") return [];
    const ahead = line.first - line.second;
    return ahead === 0 || ahead === 1 ? [] : [`an export had ${line.first} and ${line.second}`];
  });
}

/** C12: the state that is stored of each claim is the one that its facts give. */
export function wrongStates({ judged }: Evidence): Findings {
  return judged.states.flatMap(({ claim, stored, recomputed }) =>
    stored === recomputed ? [] : [`${claim} is stored as ${stored}, and is ${recomputed}`],
  );
}

/** C13: every write came to an end that its sender knows and that is true, and the program never said that it broke. */
export function unsettled({ lines, operations, rows }: Evidence): Findings {
  const places = placesByOp({ rows });
  const keys = new Set(rows.keys.map(({ key }) => key));
  const known = new Set(operations.map(({ invoke }) => invoke.op));
  const ends = operations.flatMap((operation) => {
    const { invoke, outcome, unknowns } = operation;
    const hasWords = leavesWords(operation) && places.has(invoke.op);
    const isThere = keys.has(invoke.op) || hasWords;
    if (!outcome) return [`nobody knows how ${invoke.op} ended`];
    // That it came too late is an answer too, and kept under its key.
    if (outcome.event === "conflict" && hasWords)
      return [`${invoke.op} was refused as too late and is there`];
    // Whoever lost the right meanwhile is refused before anybody looks whether it had been done.
    const mayBeThere = unknowns > 0 && [401, 403, 404].includes(outcome.status);
    if (outcome.event === "fail" && isThere && !mayBeThere) return [`${invoke.op} was refused and is there`];
    return [];
  });
  const strangers = [...places.keys()].filter((op) => !known.has(op)).map((op) => `nobody sent ${op}`);
  const broken = lines.flatMap((line) => (line.event === "broken" ? [`it broke: ${line.what}`] : []));
  const shown = new Set(lines.flatMap((line) => (line.event === "shown" ? [line.words] : [])));
  const typed = lines.flatMap((line) =>
    line.event === "typed" && !shown.has(line.words)
      ? [`no screen ever said that ${line.words} was saved`]
      : [],
  );
  return [...ends, ...strangers, ...broken, ...typed];
}
