import type { Scale } from "@/lib/core/verdicts/scale";

/** What the desk means by its verdicts, one click away from where they are given. */
export function Guidelines({ scale }: { readonly scale: Scale }) {
  return (
    <details className="mt-2 text-xs">
      <summary className="cursor-pointer text-muted hover:text-ink">What the verdicts mean</summary>
      {scale.guidelines ? (
        <p dir="auto" className="mt-2 font-serif text-sm whitespace-pre-wrap">
          {scale.guidelines}
        </p>
      ) : null}
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {scale.options.map(({ key, label, description }) => (
          <div key={key} className="contents">
            <dt className="font-medium">{label}</dt>
            <dd className="text-muted">{description}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
