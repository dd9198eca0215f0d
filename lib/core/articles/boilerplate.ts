import { splitParagraphs } from "../text/segment";
import type { Span } from "../text/segment";

export const boilerplateReasons = ["caption", "read_also", "share", "advert", "furniture"] as const;
/** Why a passage is proposed as boilerplate. `furniture`: parts of the page, or of each page, that belong to no text. */
export type BoilerplateReason = (typeof boilerplateReasons)[number];

/** A passage that looks as if it belonged to the page rather than to the article. Only proposed: a person decides. */
export type BoilerplateProposal = Span & { readonly reason: BoilerplateReason };

/** A longer line says something, whatever it begins with. */
const longestLine = 300;
const longestButton = 60;

const captions =
  /^(?:photo(?:graph)?|image|picture|caption|foto|bild|abbildung|imagen|photographie|صورة|الصورة|图|图片)\s*(?:\d+\s*)?[:：/©|]|^(?:©|\(c\)\s)|(?:\/|—|–|via|\()\s*(?:getty images|reuters|afp|ap photo|epa|dpa|shutterstock)\)?\.?$/iu;

const readAlso =
  /^(?:read\s*(?:also|more|next|on)|also\s*read|see\s*also|more\s*(?:on\s*this|from)|related(?:\s*(?:articles?|stories|coverage|topics|links))?|recommended|don[’']t\s*miss|you\s*(?:may|might)\s*(?:also\s*)?like|lire\s*(?:aussi|la\s*suite|également)|à\s*lire(?:\s*aussi)?|voir\s*aussi|lea\s*(?:también|más)|leer\s*(?:también|más)|le\s*puede\s*interesar|lesen\s*sie\s*(?:auch|mehr)|mehr\s*(?:zum\s*thema|dazu)|siehe\s*auch|leia\s*(?:também|mais)|veja\s*também|leggi\s*anche|lees\s*ook|اقرأ\s*(?:أيض[اً]+|المزيد)|إقرأ\s*أيض[اً]+|شاهد\s*أيض[اً]+|相关(?:阅读|新闻|文章)|延伸阅读|更多阅读)\s*(?:[:：…>»→|-]|$)/iu;

const share =
  /^(?:share(?:\s*(?:this|on|via)\b.*)?|tweet(?:\s*this)?|e-?mail(?:\s*this)?|print(?:\s*this)?(?:\s*page)?|copy\s*link|(?:share\s*on\s*)?(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest)|follow\s*us\b.*|sign\s*up\b.*|subscribe\b.*|comments?(?:\s*\(\d+\))?|\d+\s*comments?|partager\b.*|compartir\b.*|teilen\b.*|compartilhar\b.*|شارك(?:\s.*)?|مشاركة|分享.*)$/iu;

const advert =
  /^(?:advertisements?|sponsored(?:\s*content)?|anzeige|werbung|publicit[éeà]\w*|publicidad|pubblicità|reklama|إعلان|广告)[.:]?$/iu;

/** Why this paragraph looks like boilerplate by its words, or null. Nothing is inferred from a long one. */
export function boilerplateReason(paragraph: string): BoilerplateReason | null {
  const line = paragraph.trim();
  if (line.length > longestLine) return null;
  if (advert.test(line)) return "advert";
  if (readAlso.test(line)) return "read_also";
  if (line.length <= longestButton && share.test(line)) return "share";
  return captions.test(line) ? "caption" : null;
}

/** The passages of a text that look like boilerplate by their words; whole paragraphs, in UTF-16 units. */
export function proposeBoilerplate(text: string): readonly BoilerplateProposal[] {
  return splitParagraphs(text).flatMap(({ start, end }) => {
    const reason = boilerplateReason(text.slice(start, end));
    return reason ? [{ start, end, reason }] : [];
  });
}
