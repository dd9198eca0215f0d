import "server-only";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIPv6, type LookupFunction, type Socket } from "node:net";
import type { Outside } from "./outside";
import { literalAddress } from "./public-address";

/** No connection stands: the place is forbidden, unknown, closed or silent. Which of them is not told to anybody. */
export class NotReached extends Error {
  constructor() {
    super("not reached");
    this.name = "NotReached";
  }
}

/** What is said to the other side; with a body it is a POST. */
export type Said = { readonly headers: Readonly<Record<string, string>>; readonly body?: string };

/**
 * Asks for one address and answers with the head of its response. Names are looked up while connecting, and the
 * connection goes to an address that was judged: a name that answers differently a moment later gains nothing.
 * @throws NotReached; an aborted request rejects with the signal's reason
 */
export async function connect(
  url: URL,
  said: Said,
  outside: Outside,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === "https:";
  if (!outside.mayUsePort(url.port === "" ? (isSecure ? 443 : 80) : Number(url.port))) throw new NotReached();
  // A host that spells out an address is never looked up, so the look-up's own guard would not see it.
  const literal = literalAddress(url);
  if (literal !== null && !outside.mayMeet(literal)) throw new NotReached();
  const request = (isSecure ? https : http).request(url, {
    method: said.body === undefined ? "GET" : "POST",
    headers: said.headers,
    agent: false,
    lookup: guardedLookup(outside),
    signal,
  });
  return new Promise((resolve, reject) => {
    let stands = false;
    const tooLate = setTimeout(() => request.destroy(new NotReached()), outside.limits.connectMs);
    const settled = () => {
      stands = true;
      clearTimeout(tooLate);
    };
    request.once("socket", (socket: Socket) => {
      socket.once(isSecure ? "secureConnect" : "connect", () => {
        // What was judged is what was met; said once more, because everything hangs on it.
        if (socket.remoteAddress !== undefined && outside.mayMeet(socket.remoteAddress)) settled();
        else request.destroy(new NotReached());
      });
    });
    request.once("response", resolve);
    request.once("error", (error) => {
      clearTimeout(tooLate);
      reject(stands || signal.aborted ? error : new NotReached());
    });
    request.end(said.body);
  });
}

/** Every address of the name has to be one that we may meet: a mixed answer is an attempt. */
function guardedLookup(outside: Outside): LookupFunction {
  return (host, options, answer) => {
    outside.resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || !addresses.every((address) => outside.mayMeet(address))) {
          answer(new NotReached(), "", 0);
        } else if (options.all) {
          answer(
            null,
            addresses.map((address) => ({ address, family: familyOf(address) })),
          );
        } else {
          answer(null, first, familyOf(first));
        }
      },
      () => answer(new NotReached(), "", 0),
    );
  };
}

function familyOf(address: string): 4 | 6 {
  return isIPv6(address) ? 6 : 4;
}
