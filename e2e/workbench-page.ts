import { expect, type Locator, type Page } from "@playwright/test";
import type { Desk } from "@/seeds/factories";

type Tab = "Notes" | "Review" | "History";

/** The workbench as its user sees it: claim list, galley, inspector, and the word on whether all is saved. */
export class WorkbenchPage {
  readonly page: Page;
  readonly list: Locator;
  readonly galley: Locator;
  readonly inspector: Locator;
  readonly rationale: Locator;
  readonly verdicts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("region", { name: "Claims" });
    this.galley = page.getByRole("region", { name: "Article", exact: true });
    this.inspector = page.getByRole("region", { name: "Inspector" });
    this.rationale = this.inspector.getByRole("textbox", { name: "Why" });
    this.verdicts = this.inspector.getByRole("group", { name: "Your verdict" });
  }

  static async open(page: Page, desk: Pick<Desk, "slug">, articleId: string): Promise<WorkbenchPage> {
    return WorkbenchPage.enter(page, () => page.goto(`/w/${desk.slug}/articles/${articleId}`));
  }

  /**
   * Goes there in some way. The words are there first; once it is told live news, it also hears keys and clicks. Of a
   * long article the words of the claim that the address names are there, and not the first ones.
   */
  static async enter(page: Page, go: () => Promise<unknown>, ordinal = 1): Promise<WorkbenchPage> {
    const listening = page.waitForResponse(/\/events\?article=/);
    await go();
    await listening;
    const workbench = new WorkbenchPage(page);
    await expect(workbench.sentence(ordinal)).toBeVisible();
    return workbench;
  }

  /** The printed words of the claim with this number, as the button that they are. */
  sentence(ordinal: number): Locator {
    return this.galley.getByRole("button", { name: new RegExp(`^Claim ${ordinal}[,:]`) });
  }

  /** The claim's line in the list. */
  line(ordinal: number): Locator {
    return this.list.getByRole("button", { name: new RegExp(`^Claim ${ordinal}[,:]`) });
  }

  verdict(label: string): Locator {
    return this.verdicts.getByRole("button", { name: label, exact: true });
  }

  async choose(ordinal: number): Promise<void> {
    await this.sentence(ordinal).click();
    await this.expectChosen(ordinal);
  }

  async expectChosen(ordinal: number): Promise<void> {
    await expect(this.sentence(ordinal)).toHaveAttribute("aria-pressed", "true");
    await expect(
      this.inspector.getByRole("tablist", { name: `Claim ${ordinal}`, exact: true }),
    ).toBeVisible();
  }

  async show(tab: Tab): Promise<void> {
    await this.inspector.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
  }

  async showClaim(): Promise<void> {
    await this.inspector.getByRole("tab", { name: /^Claim / }).click();
  }

  /** The word in the header that says whether everything is safe. */
  state(words: string | RegExp): Locator {
    return this.page.getByRole("banner").getByText(words);
  }

  async expectSaved(): Promise<void> {
    await expect(this.state(/^(✓ )?Saved, version \d+$/)).toBeVisible();
  }

  /** Gives a verdict on the chosen claim and waits until the server has it. */
  async give(verdict: string): Promise<void> {
    await this.verdict(verdict).click();
    await expect(this.verdict(verdict)).toHaveAttribute("aria-pressed", "true");
    await this.expectSaved();
  }

  async submit(): Promise<void> {
    await this.inspector.getByRole("button", { name: "Submit" }).click();
  }

  /** Adds a source through the dialog, from opening it to the citation that stands in the inspector. */
  async cite(source: { title: string; url?: string; quote: string; stance: string; locator?: string }) {
    await this.inspector.getByRole("button", { name: "add source" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Add a source" });
    if (source.url) await dialog.getByLabel("Address").fill(source.url);
    await dialog.getByLabel("Title").fill(source.title);
    await dialog.getByRole("radio", { name: source.stance }).check();
    await dialog.getByLabel("Exact words").fill(source.quote);
    if (source.locator) await dialog.getByLabel("Where in it").fill(source.locator);
    await dialog.getByRole("button", { name: "Cite this source" }).click();
    await expect(dialog).toBeHidden();
    await expect(this.evidence(source.stance).getByText(source.title)).toBeVisible();
  }

  /** The column of the evidence with this stance. */
  evidence(stance: string): Locator {
    return this.inspector.getByRole("region", { name: new RegExp(`^${stance}: `) });
  }
}
