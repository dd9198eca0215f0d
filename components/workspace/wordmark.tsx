/** The name, set in the reading face, with its one accent. */
export function Wordmark({ className = "text-lg" }: { readonly className?: string }) {
  return (
    <span className={`font-serif font-semibold tracking-tight text-ink ${className}`}>
      Ass<span className="text-accent">a</span>y
    </span>
  );
}
