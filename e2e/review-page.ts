import { expect, type Locator, type Page } from "@playwright/test";
import type { Desk } from "@/seeds/factories";

/** The review screen: claims that wait at one side, what colleagues made of the chosen one at the other. */
export class ReviewPage {
  readonly page: Page;
  readonly waiting: Locator;
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.waiting = page.getByRole("region", { name: "Claims in review" });
    this.main = page.getByRole("main");
  }

  static async open(page: Page, desk: Pick<Desk, "slug">, articleId: string): Promise<ReviewPage> {
    const listening = page.waitForResponse(/\/events\?article=/);
    await page.goto(`/w/${desk.slug}/articles/${articleId}/review`);
    await listening;
    const review = new ReviewPage(page);
    await expect(review.waiting.getByRole("heading", { name: /in review$/ })).toBeVisible();
    return review;
  }

  /** What this colleague submitted. */
  annotationOf(name: string): Locator {
    return this.main.getByRole("article", { name: `Annotation by ${name}` });
  }

  /** One line of the comparison: what all say, or what each says. */
  section(title: string): Locator {
    return this.main.locator("section").filter({ has: this.page.getByRole("heading", { name: title }) });
  }

  /** How the chosen claim stands. */
  state(words: string): Locator {
    return this.main.getByText(words, { exact: true });
  }

  async choose(ordinal: number): Promise<void> {
    await this.waiting.getByRole("button", { name: new RegExp(`^Claim ${ordinal}[,:]`) }).click();
    await expect(this.main.getByText(`Claim ${ordinal}`)).toBeVisible();
  }

  async approve(name: string): Promise<void> {
    await this.annotationOf(name).getByRole("button", { name: "Approve" }).click();
  }

  async askForChanges(name: string, reason: string, words: string): Promise<void> {
    const annotation = this.annotationOf(name);
    await annotation.getByRole("button", { name: "Ask for changes" }).click();
    await expect(annotation.getByRole("button", { name: "Send it back" })).toBeDisabled();
    await annotation.getByRole("checkbox", { name: reason }).check();
    await annotation.getByRole("textbox", { name: "What should change" }).fill(words);
    await annotation.getByRole("button", { name: "Send it back" }).click();
  }

  async vote(verdict: string, reasons: string): Promise<void> {
    await this.main
      .getByRole("group", { name: "Your vote" })
      .getByRole("button", { name: verdict, exact: true })
      .click();
    await this.main.getByRole("textbox", { name: "Reasons" }).fill(reasons);
    await this.main.getByRole("button", { name: "Cast my vote" }).click();
    await expect(this.main.getByRole("heading", { name: "Your vote" })).toHaveCount(0);
  }
}
