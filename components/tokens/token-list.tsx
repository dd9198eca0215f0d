import type { TokenLine } from "@/lib/core/tokens/token";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { scopeWords } from "./scope-words";

type TokenListProps = {
  readonly self: string;
  readonly tokens: readonly TokenLine[];
  readonly onRevoke: (token: TokenLine) => Promise<unknown>;
};

/** Tokens that are in force, each with what one knows it by; never the token. */
export function TokenList({ self, tokens, onRevoke }: TokenListProps) {
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens" className="border-b border-ink pb-2 text-base font-semibold">
        {tokens.length} {tokens.length === 1 ? "token" : "tokens"} in force
      </h2>
      {tokens.length === 0 ? (
        <p className="mt-3 text-sm text-muted">No program has a way in.</p>
      ) : (
        <ul className="divide-y divide-hairline">
          {tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3 text-sm">
              <div className="min-w-40 flex-1">
                <p className="font-medium wrap-anywhere">{token.name}</p>
                <p className="text-xs text-muted">
                  <code>{token.prefix}…</code>, {scopeWords[token.scope].toLowerCase()}
                  {token.member.memberId === self ? null : `, of ${token.member.name}`}
                </p>
              </div>
              <p className="text-xs text-muted">
                <UseOf token={token} />
              </p>
              <Button
                look="plain"
                aria-label={`Revoke the token ${token.name}`}
                onClick={() => void onRevoke(token)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function UseOf({ token: { expiresAt, lastUsedAt } }: { readonly token: TokenLine }) {
  return (
    <>
      {lastUsedAt === null ? (
        "Never used"
      ) : (
        <>
          Last used <Moment at={lastUsedAt} />
        </>
      )}
      {expiresAt === null ? (
        ", until revoked"
      ) : (
        <>
          , until <Moment at={expiresAt} />
        </>
      )}
    </>
  );
}
