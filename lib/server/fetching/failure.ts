import "server-only";

const words = {
  address:
    "This is no web address. It has to begin with http:// or https:// and carry no user name or password.",
  unreachable:
    "Nothing could be fetched from this address. It may be misspelt, not public, or its server does not answer. Open the page in your browser and paste its text instead.",
  slow: "The page did not arrive within ten seconds. Try again later, or paste its text instead.",
  redirects: "The address sends from one page to the next without arriving anywhere.",
  login:
    "The page asks for a login, which Assay does not have. Open it in your browser and paste its text instead.",
  gone: "There is no page at this address (any more). An archived copy of it may have an address of its own.",
  refused: "The server at this address answered with an error. Try again later, or paste the text instead.",
  type: "What is at this address is neither a web page nor a text, PDF or Word document.",
  large: "The page is larger than 5 MB. Download it and bring it in as a file, or paste its text.",
  broken:
    "The answer from this address broke off or could not be understood. Try again, or paste the text instead.",
} as const;

export type FetchReason = keyof typeof words;

/** Why a page was not fetched, in words for the person who asked for it. */
export class FetchFailure extends Error {
  readonly reason: FetchReason;

  constructor(reason: FetchReason) {
    super(words[reason]);
    this.name = "FetchFailure";
    this.reason = reason;
  }
}
