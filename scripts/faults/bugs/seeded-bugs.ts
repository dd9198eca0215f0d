/** A mistake that the harness has to find: exact words of the program, and what stands there instead. */
export type SeededBug = {
  readonly name: string;
  readonly patches: readonly {
    readonly file: string;
    readonly find: string;
    readonly replace: string;
  }[];
};

const transaction = "lib/server/db/transaction.ts";
const annotations = "lib/server/annotations/commands.ts";

export const seededBugs: readonly SeededBug[] = [
  {
    name: "no version predicate",
    patches: [
      {
        file: annotations,
        find: 'if (own.version !== target.baseVersion) return { outcome: "stale", version: own.version };',
        replace: "",
      },
    ],
  },
  {
    name: "acknowledged before it is committed",
    patches: [
      {
        file: transaction,
        find: "return await db().$transaction((tx) => once(tx, scope, work), { maxWait: 3_000, timeout: 30_000 });",
        replace: `return await new Promise<T>((resolve, reject) => {
        const written = async (tx: Tx): Promise<T> => {
          const result = await once(tx, scope, work);
          resolve(result);
          return result;
        };
        db().$transaction(written, { maxWait: 3_000, timeout: 30_000 }).catch(reject);
      });`,
      },
    ],
  },
  {
    name: "commits that do not wait for the disk",
    patches: [
      {
        file: transaction,
        find: "const { operation } = scope.actor;",
        replace:
          "await tx.$executeRaw`set local synchronous_commit = off`;\n  const { operation } = scope.actor;",
      },
    ],
  },
  {
    name: "a key that may be used twice",
    patches: [
      {
        file: transaction,
        find: "if (taken === 0) return firstAnswer<T>(tx, scope, operation);",
        replace:
          "if (taken === 0 && operation.fingerprint === '') return firstAnswer<T>(tx, scope, operation);",
      },
    ],
  },
  {
    name: "the history in a second transaction",
    patches: [
      {
        file: annotations,
        find: '      return { outcome: "saved", version: own.version + 1, state };\n    },\n  });',
        replace: `      return { outcome: "saved" as const, version: own.version + 1, state };
    },
  }).then(async (outcome) => {
    if (outcome.outcome !== "saved") return outcome;
    const { workspaceId, memberId } = scope;
    const { claimId } = target;
    const where = { workspaceId_claimId_memberId: { workspaceId, claimId, memberId } };
    const { record } = await import("../events/record");
    await transact({ ...scope, actor: { ...scope.actor, operation: null } }, async (tx) => {
      const { id, claim } = await tx.annotation.findUniqueOrThrow({ where, include: { claim: true } });
      const { version } = outcome;
      await record(tx, scope, {
        type: input.submit ? "annotation.submitted" : "annotation.saved",
        payload: { annotationId: id, version },
        entityId: id,
        articleId: claim.articleId,
        claimId,
      });
      return null;
    });
    return outcome;
  });`,
      },
      {
        file: "lib/server/annotations/write.ts",
        find: "      written.map(({ annotationId, version, next: { claim, input } }) => ({",
        replace: "      written.slice(0, 0).map(({ annotationId, version, next: { claim, input } }) => ({",
      },
    ],
  },
  {
    name: "only one kind of collision is tried again",
    patches: [
      {
        file: "lib/server/db/failures.ts",
        find: 'hasCode(error, ["P2034", "40001", "40P01"]) || messageOf(error).includes("TransactionWriteConflict")',
        replace: "(error as { code?: string }).code === 'P2034'",
      },
    ],
  },
];

/** The text with a bug in it. @throws Error when the program does not say what the bug replaces, or says it twice */
export function withBug(text: string, { find, replace }: SeededBug["patches"][number], name: string): string {
  const parts = text.split(find);
  if (parts.length !== 2) {
    throw new Error(
      `The seeded bug "${name}" fits ${parts.length - 1} places; it has to fit one. Write it anew.`,
    );
  }
  return parts.join(replace);
}
