import { buttonClass } from "@/components/ui/button";

/** The way out of a page that is not there or has failed. */
export function HomeLink({ look }: { readonly look: Parameters<typeof buttonClass>[0] }) {
  // A plain link: every page carries these two with it, and what follows links in the program would come along twice.
  const home = "/";
  return (
    <a href={home} className={buttonClass(look)}>
      Go to my desk
    </a>
  );
}
