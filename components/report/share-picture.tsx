import { tallyOf, verdictMix, type ReportContent } from "@/lib/core/report/content";
import type { Tone } from "@/lib/core/verdicts/scale";

const colours: Record<Tone, string> = {
  false: "#b3261e",
  mostly_false: "#a9540a",
  mixed: "#6f539d",
  mostly_true: "#24698a",
  true: "#0b6e4f",
  neutral: "#5d5a52",
};

type SharePictureProps = { readonly content: ReportContent; readonly number: number };

/** What other sites show beside a link to the report. Its letters are Latin ones: others are left to the page. */
export function SharePicture({ content, number }: SharePictureProps) {
  const { scale, claims, article, desk } = content;
  const mix = verdictMix({ scale, tally: tallyOf(claims) });
  const frame = { display: "flex", flexDirection: "column", width: "100%", height: "100%" } as const;
  return (
    <div
      style={{
        ...frame,
        background: "#fbfaf7",
        color: "#1c1b18",
        padding: 72,
        justifyContent: "space-between",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ fontSize: 28, color: "#1f4e5f" }}>{`Verdict report no. ${number}`}</div>
        <div style={{ fontSize: 64, lineHeight: 1.15, marginTop: 16 }}>
          {latin(article.title).slice(0, 110)}
        </div>
      </div>
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ display: "flex", height: 28 }}>
          {mix.map(({ option, count }) => (
            <div
              key={option.key}
              style={{ flexGrow: count, background: colours[option.tone], marginRight: 2 }}
            />
          ))}
        </div>
        <div style={{ display: "flex", fontSize: 28, marginTop: 20 }}>
          {latin(mix.map(({ option, count }) => `${option.label} ${count}`).join("   "))}
        </div>
        <div style={{ fontSize: 28, marginTop: 28, color: "#6d6a61" }}>{latin(desk)}</div>
      </div>
    </div>
  );
}

/** The picture has one font; what it cannot draw is left out rather than asked for elsewhere. */
function latin(text: string): string {
  return text.replaceAll(/[^\u0020-\u024f\u2010-\u2027\u20ac]+/gu, " ").replaceAll(/\s+/g, " ");
}
