import { arabicMonths, arabicNobody, arabicSpeakers } from "./attribution-arabic";

/** Something that the text itself says of a claim, for a person to take or leave: the words, and what they were found in. */
export type Proposal = { readonly value: string; readonly found: string };

/** Who said it, when and where; null where the text does not say so in a way that can be read. Never asserted. */
export type AttributionProposal = {
  readonly speaker: Proposal | null;
  /** As YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly saidOn: Proposal | null;
  readonly saidAt: Proposal | null;
};

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}’'-]+(?:\\s(?:(?:van|von|de|da|del|bin|al|el|la|le)\\s)*\\p{Lu}[\\p{L}\\p{M}’'.-]*[\\p{L}\\p{M}])*";
const SAID =
  "said|says|told|tells|claimed|claims|stated|states|announced|revealed|added|explained|warned|insisted|wrote|argued|dijo|afirmó|declaró|aseguró|explicó|señaló|déclaré|affirmé|expliqué|dit|affirme|explique|sagte|erklärte|behauptete|betonte|warnte";
const ACCORDING = "[Aa]ccording to|[Ss]egún|[Ss]elon|[Dd]['’]après|[Ll]aut|[Nn]ach Angaben von";

/** The verb before the name ("revealed Mohammed Mohi"), the name before the verb, and "according to". */
const speakers: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}])(?:${ACCORDING})\\s(?<name>${NAME})`, "u"),
  new RegExp(`(?<![\\p{L}])(?:${SAID})\\s(?<name>${NAME})`, "u"),
  new RegExp(`(?<name>${NAME})(?:\\s(?:also|had|has|have|later|ha|a|hat))?\\s(?:${SAID})(?![\\p{L}])`, "u"),
  ...arabicSpeakers,
];

/** Words that begin a sentence with a capital and are nobody's name. */
const NOBODY =
  /^(?:The|He|She|They|It|We|I|You|This|That|These|Those|A|An|In|On|At|But|And|Who|El|La|Los|Las|Él|Ella|Le|Les|Il|Elle|Der|Die|Das|Er|Sie|Es|Wir)$/u;

const latinMonths = [
  "jan(?:uary|uar|vier)?|enero|ene",
  "feb(?:ruary|ruar|rero)?|février",
  "mar(?:ch|s|zo)?|märz",
  "apr(?:il)?|abril|avril",
  "may|mayo|mai",
  "june?|juni|junio|juin",
  "july?|juli|julio|juillet",
  "aug(?:ust)?|agosto|août",
  "sep(?:t(?:ember|iembre|embre)?)?",
  "o[ck]t(?:ober|ubre|obre)?",
  "nov(?:ember|iembre|embre)?",
  "de[cz](?:ember)?|diciembre|décembre",
];
const months = latinMonths.map((names, at) => `${names}|${arabicMonths[at] ?? ""}`);
const MONTH = months.map((names) => `(?:${names})`).join("|");

const dates: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])(?!\d)/u,
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|er)?\\s(?:of\\s|de\\s)?(?<name>${MONTH})\\.?(?:,|\\sde)?\\s(?<year>\\d{4})(?!\\d)`,
    "iu",
  ),
  new RegExp(
    `(?<![\\p{L}])(?<name>${MONTH})\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,\\s(?<year>\\d{4})(?!\\d)`,
    "iu",
  ),
  new RegExp(`(?<![\\p{L}])(?<name>${MONTH})\\.?\\s(?:de\\s)?(?<year>\\d{4})(?!\\d)`, "iu"),
  /(?<![\p{L}])(?:in|since|en|desde|depuis|seit|im Jahr|عام|العام|سنة)\s(?<year>(?:1[5-9]|20)\d{2})(?![\d\p{L}])/iu,
];

const PLACE = new RegExp(`(?<![\\p{L}])(?:in|at|en|à|au|aux)\\s(?:the\\s)?(?<name>${NAME})`, "u");

/**
 * What the sentence itself says of who said it, when and where; where it is a quotation that does not name its speaker,
 * the sentence after it may ("…", revealed Mohammed Mohi). English, Spanish, French and
 * German; speakers and dates in Arabic too.
 */
export function proposeAttribution(sentence: string, next = ""): AttributionProposal {
  const isQuotation = /^\s*["“«„]/u.test(sentence) || /["”»“]\s*$/u.test(sentence);
  return {
    speaker: findSpeaker(sentence) ?? (isQuotation ? findSpeaker(next) : null),
    saidOn: findDate(sentence),
    saidAt: findPlace(sentence),
  };
}

function findSpeaker(text: string): Proposal | null {
  for (const pattern of speakers) {
    const match = pattern.exec(text);
    const name = match?.groups?.["name"];
    if (match && name !== undefined && !NOBODY.test(name) && !arabicNobody.test(name))
      return { value: name, found: match[0] };
  }
  return null;
}

function findDate(text: string): Proposal | null {
  const figures = text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  for (const pattern of dates) {
    const match = pattern.exec(figures);
    const value = match?.groups ? calendarDate(match.groups) : null;
    if (match && value !== null)
      return { value, found: text.slice(match.index, match.index + match[0].length) };
  }
  return null;
}

type DateParts = Readonly<Record<string, string | undefined>>;

/** A date in figures; null where there is no such day. */
function calendarDate({ year = "", month, name, day }: DateParts): string | null {
  const named = months.findIndex((names) => new RegExp(`^(?:${names})$`, "iu").test(name ?? ""));
  const number = month === undefined ? named + 1 : Number(month);
  if (number === 0) return year;
  const monthly = `${year}-${String(number).padStart(2, "0")}`;
  if (day === undefined) return monthly;
  const isDay = Number(day) >= 1 && Number(day) <= new Date(Date.UTC(Number(year), number, 0)).getUTCDate();
  return isDay ? `${monthly}-${day.padStart(2, "0")}` : null;
}

const isMonth = new RegExp(`^(?:${MONTH})$`, "iu");

function findPlace(text: string): Proposal | null {
  const match = PLACE.exec(text);
  const name = match?.groups?.["name"];
  if (!match || name === undefined || isMonth.test(name.split(" ")[0] ?? "") || NOBODY.test(name))
    return null;
  return { value: name, found: match[0] };
}
