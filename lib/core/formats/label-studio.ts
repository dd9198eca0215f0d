import { findOption } from "../verdicts/scale";
import type { ReportFormat } from "./format";
import { scriptSafeJson } from "./json-pieces";

/**
 * One task with the whole article and a labelled span for each ruled claim, as Label Studio imports it: labels of a
 * control called "verdict" on a text called "text". Positions are UTF-16 code units, as its editor counts.
 */
export const labelStudioFormat: ReportFormat = {
  key: "labelstudio",
  label: "Label Studio",
  mediaType: "application/json",
  extension: "labelstudio.json",
  readsText: true,
  async *write({ article, claims, scale }) {
    const data = {
      text: article.text,
      title: article.title,
      url: article.url ?? "",
      language: article.language,
    };
    yield `[{"data":${scriptSafeJson(data)},"annotations":[{"result":[`;
    let isFirst = true;
    for await (const { id, start, end, text, ruling } of claims) {
      const option = findOption(scale, ruling?.verdict ?? null);
      if (!ruling || !option) continue;
      const at = { id, from_name: "verdict", to_name: "text" };
      const label = { ...at, type: "labels", value: { start, end, text, labels: [option.label] } };
      const why = {
        ...at,
        from_name: "rationale",
        type: "textarea",
        value: { start, end, text: [ruling.rationale] },
      };
      const results = ruling.rationale ? [label, why] : [label];
      yield `${isFirst ? "" : ","}\n${results.map((result) => scriptSafeJson(result)).join(",\n")}`;
      isFirst = false;
    }
    yield "]}]}]\n";
  },
};
