import { config } from "zod/v4/core";

// The parser of forms would try whether text may become code; the policy forbids it, and the browser would report each try.
config({ jitless: true });
