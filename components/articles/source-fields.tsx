import type { ParticularName } from "@/lib/core/articles/particulars";
import { fieldProblem, type Problem } from "@/lib/client/problem";
import { TextField } from "@/components/ui/field";

type SourceName = Exclude<ParticularName, "title">;

type SourceFieldsProps = {
  readonly values: Readonly<Record<SourceName, string>>;
  readonly change: (part: Partial<Record<SourceName, string>>) => void;
  readonly problem: Problem | null;
  /** Whether the language is known already, or still to be found from the text. */
  readonly language: "known" | "to be found";
};

/** Where an article comes from. */
export function SourceFields({ values, change, problem, language }: SourceFieldsProps) {
  const field = (name: SourceName) => ({
    value: values[name],
    error: fieldProblem(problem, name),
    onChange: (event: { readonly target: { readonly value: string } }) => {
      change({ [name]: event.target.value });
    },
  });
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-3 text-sm font-semibold">Where it comes from</legend>
      <TextField label="Byline" dir="auto" maxLength={500} {...field("byline")} />
      <TextField label="Publisher" dir="auto" maxLength={200} {...field("publisher")} />
      <TextField label="Address" type="url" pattern="https?://.*" placeholder="https://" {...field("url")} />
      <TextField label="Published on" type="date" {...field("publishedAt")} />
      <TextField
        label="Language"
        list="languages"
        required={language === "known"}
        maxLength={35}
        placeholder={language === "known" ? undefined : "found from the text"}
        hint="A tag such as en, de-AT or ar"
        {...field("language")}
      />
      <datalist id="languages">
        {["ar", "de", "en", "es", "fr", "he", "hi", "it", "ja", "pl", "pt", "ru", "uk", "zh"].map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </fieldset>
  );
}
