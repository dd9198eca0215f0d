/** Who is said to have said it, in Arabic, which has no capitals: the words between the verb and what was said. */

const WORD = "[\\p{L}\\p{M}\\u0640’'.-]+";
/** Reporting verbs in the past and present, masculine and feminine, with "and" or "then" before them. */
const SAID =
  "[وف]?(?:قالت?|[يت]قول|صر[ّ]?حت?|[يت]صرح|أعلنت?|[يت]علن|أكدت?|[يت]ؤكد|أضافت?|[يت]ضيف|أوضحت?|[يت]وضح|ذكرت?|[يت]ذكر|أشارت?|[يت]شير|كشفت?|[يت]كشف|زعمت?|[يت]زعم|ادعت?|ادعى|[يت]دعي|شددت?|[يت]شدد|بي[ّ]?نت?|نفت?|نفى|[يت]نفي|أفادت?|[يت]فيد)";
/** Where the name is over: what was said begins, or how, where and when it was said. */
const OVER =
  '(?=\\s*[:،؛«"“(]|\\s(?:[إأا]ن|[إأا]نه|[إأا]نها|[إأا]نهم|بأن|بأنه|بأنها|إلى|عن|على|في|خلال|اليوم|أمس|يوم|من)(?![\\p{L}\\p{M}]))';
const ACCORDING = "(?:وفق[اًا]*\\sل|[بو]?حسب\\s(?:ما\\s)?|طبق[اًا]*\\sل|نقل[اًا]*\\sعن\\s)";

const mostWords = 7;
const NAME = `(?<name>${WORD}(?:\\s${WORD}){0,${mostWords - 1}}?)`;

/** "According to" stands on its own; a verb may begin the sentence or follow what was quoted. */
export const arabicSpeakers: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{M}])[وف]?${ACCORDING}${NAME}${OVER}`, "u"),
  new RegExp(`(?<![\\p{L}\\p{M}])${SAID}\\s${NAME}${OVER}`, "u"),
];

/** A word that follows such a verb and begins no name: a pronoun, a particle, or what was said itself. */
export const arabicNobody =
  /^(?:هو|هي|هم|هذا|هذه|ذلك|تلك|إن|أن|إنه|إنها|أنه|أنها|بأن|في|من|إلى|على|عن|له|لها|لهم|لنا|لي|ما|كما|أيضا|أيضًا|إنهم|أنهم|قد|لم|لا|سوف)(?![\p{L}\p{M}])/u;

/** Months by the names of the Nile, of the Levant and of the Maghreb, from January on. */
export const arabicMonths: readonly string[] = [
  "يناير|كانون الثاني|جانفي",
  "فبراير|شباط|فيفري",
  "مارس|آذار|اذار",
  "[أا]بريل|نيسان|أفريل",
  "مايو|أيار|ايار|ماي",
  "يونيو|حزيران|جوان",
  "يوليو|تموز|جويلية",
  "[أا]غسطس|آب|أوت",
  "سبتمبر|[أا]يلول",
  "[أا]كتوبر|تشرين الأول|تشرين الاول",
  "نوفمبر|تشرين الثاني",
  "ديسمبر|كانون الأول|كانون الاول",
];
