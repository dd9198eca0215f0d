import NextAuth from "next-auth";
import { authOptions } from "@/lib/server/auth/options";

type AuthContext = { readonly params: Promise<{ readonly nextauth: readonly string[] }> };

// The settings are read when a request comes, not when the program is built.
async function handle(request: Request, context: AuthContext): Promise<Response> {
  const handler = NextAuth(authOptions()) as (request: Request, context: AuthContext) => Promise<Response>;
  return handler(request, context);
}

export { handle as GET, handle as POST };
