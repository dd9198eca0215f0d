import "server-only";

/** What a reader says when it cannot read a file, each in words that tell what to do. */
export const failureWords = {
  encoding:
    "It is not certain in which encoding this text was saved. Choose the one in which its letters look right.",
  wrong_encoding:
    "The text cannot have been saved in this encoding: some of its bytes mean nothing there. Choose another.",
  encrypted_pdf: "This PDF is protected by a password. Save it without one, or copy its text and paste it.",
  scanned_pdf:
    "This PDF holds pictures of pages and no text. Run it through text recognition (OCR) first, or type in what is to be checked.",
  damaged: "The file is damaged, or is not what its name says: it could not be read to its end.",
  bomb: "The file unpacks to far more than it seems to hold, as no honest document does. It was not read.",
  no_text: "No text was found in it.",
  login:
    "The page asks for a login, which Assay does not have. Open it in your browser and paste its text instead.",
  slow: "Reading the file took longer than five seconds and was stopped. Copy its text and paste it, or split the file.",
  memory:
    "Reading the file took more memory than is given to it and was stopped. Copy its text and paste it, or split the file.",
} as const;
export type FailureReason = keyof typeof failureWords;

export class ReadingFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason) {
    super(failureWords[reason]);
    this.name = "ReadingFailure";
    this.reason = reason;
  }
}
