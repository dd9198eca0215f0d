import { useId, type ComponentProps, type ReactNode } from "react";
import { classNames } from "./class-names";

export const inputClass =
  "block w-full rounded-md border border-control bg-paper px-3 py-1.5 text-sm text-ink aria-invalid:border-danger";

type FieldFrame = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
};

type ControlIds = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

type FrameProps = FieldFrame & {
  readonly given: string | undefined;
  readonly children: (ids: ControlIds) => ReactNode;
};

function Frame({ label, hint, error, given, children }: FrameProps) {
  const made = useId();
  const id = given ?? made;
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink">
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint ? (
        <p id={`${id}-hint`} className="text-2xs text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-xs font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  id,
  className,
  ...rest
}: FieldFrame & ComponentProps<"input">) {
  return (
    <Frame label={label} hint={hint} error={error} given={id}>
      {(ids) => <input {...ids} className={classNames(inputClass, className)} {...rest} />}
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  id,
  className,
  ...rest
}: FieldFrame & ComponentProps<"textarea">) {
  return (
    <Frame label={label} hint={hint} error={error} given={id}>
      {(ids) => <textarea {...ids} className={classNames(inputClass, className)} {...rest} />}
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  id,
  className,
  ...rest
}: FieldFrame & ComponentProps<"select">) {
  return (
    <Frame label={label} hint={hint} error={error} given={id}>
      {(ids) => <select {...ids} className={classNames(inputClass, "min-h-9", className)} {...rest} />}
    </Frame>
  );
}

type ChoiceProps = Omit<ComponentProps<"input">, "type"> & {
  readonly kind: "radio" | "checkbox";
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

export function Choice({ kind, label, hint, ...rest }: ChoiceProps) {
  return (
    <label className="flex items-start gap-2.5 py-0.5 text-sm">
      <input type={kind} className="mt-1 size-3.5 shrink-0 accent-accent" {...rest} />
      <span>
        {label}
        {hint ? <span className="block text-2xs text-muted">{hint}</span> : null}
      </span>
    </label>
  );
}
