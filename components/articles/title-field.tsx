import { fieldProblem, type Problem } from "@/lib/client/problem";
import { TextField } from "@/components/ui/field";

type TitleFieldProps = {
  readonly value: string;
  readonly change: (part: { readonly title: string }) => void;
  readonly problem: Problem | null;
};

/** An article's title, in the face that it will have. */
export function TitleField({ value, change, problem }: TitleFieldProps) {
  return (
    <TextField
      label="Title"
      dir="auto"
      required
      maxLength={10_000}
      value={value}
      error={fieldProblem(problem, "title")}
      className="font-serif text-lg"
      onChange={(event) => change({ title: event.target.value })}
    />
  );
}
