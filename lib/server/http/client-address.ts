import "server-only";
import ipaddr from "ipaddr.js";
import { env } from "../env";

/**
 * From where a request comes, as far as it can be believed: each of our own proxies adds the address that it was asked
 * from, and what stands before those anybody can write. Null when there is no proxy that says so. Of IPv6 the network
 * (/64) counts: one household has as many addresses in it as it likes.
 */
export function clientAddress(forwardedFor: string | null): string | null {
  const proxies = env().ASSAY_PROXIES;
  if (proxies === 0 || forwardedFor === null) return null;
  const written = forwardedFor.split(",").at(-proxies)?.trim() ?? "";
  if (!ipaddr.isValid(written)) return null;
  const address = ipaddr.process(written);
  if (address instanceof ipaddr.IPv6) {
    const network = address.parts.slice(0, 4).map((part) => part.toString(16));
    return `${network.join(":")}::/64`;
  }
  return address.toString();
}
