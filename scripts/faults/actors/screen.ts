import type { BrowserContext, Page } from "@playwright/test";
import { WorkbenchPage } from "../../../e2e/workbench-page";
import { pause } from "../../process/living";
import type { BrowsersTask, Member } from "../desk";

/** What a tab says of what was written in it. */
export type TabState = "at rest" | "busy" | "conflict" | "signed out" | "failed" | "gone";

type ScreenSettings = Pick<BrowsersTask, "desk" | "origin"> & {
  readonly context: BrowserContext;
  readonly person: Member;
};

const patienceMs = 20_000;
const enterPatienceMs = 120_000;

/** The workbench in one tab of somebody's browser, whatever befalls the program meanwhile. */
export class Screen {
  private readonly settings: ScreenSettings;
  private readonly page: Page;
  private readonly workbench: WorkbenchPage;

  private constructor(settings: ScreenSettings, page: Page) {
    this.settings = settings;
    this.page = page;
    this.workbench = new WorkbenchPage(page);
  }

  static async open(settings: ScreenSettings): Promise<Screen> {
    const page = await settings.context.newPage();
    page.setDefaultTimeout(patienceMs);
    // The browser asks whether to leave what is not saved yet: the draft stays on this device.
    page.on("dialog", (dialog) => {
      dialog.accept().catch(() => undefined);
    });
    const screen = new Screen(settings, page);
    await screen.enter();
    return screen;
  }

  /** Comes to the article, through the door where it is shut, as often as it takes. @throws Error after two minutes */
  async enter(): Promise<void> {
    const { desk, origin } = this.settings;
    const address = `${origin}/w/${desk.workspace}/articles/${desk.screens.articleId}`;
    const until = Date.now() + enterPatienceMs;
    for (;;) {
      try {
        await this.page.goto(address);
        const words = this.workbench.sentence(1);
        const door = this.page.getByRole("heading", { name: "Sign in to your desk" });
        await words.or(door).waitFor();
        if (await door.isVisible()) await this.signIn();
        await words.waitFor();
        return;
      } catch (error) {
        if (Date.now() > until) throw new Error("The article cannot be opened any more.", { cause: error });
        await pause(500);
      }
    }
  }

  private async signIn(): Promise<void> {
    const { desk, person } = this.settings;
    await this.page.getByLabel("E-mail").fill(person.email);
    await this.page.getByLabel("Password").fill(desk.password);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  /** Loads the page anew as it is, with whatever was being written. */
  async reload(): Promise<void> {
    await this.page.reload().catch(() => undefined);
    await this.enter();
  }

  /** Writes on after what stands there, and looks whether it stands there. @throws Error when the page does not let it */
  async write(ordinal: number, words: string): Promise<void> {
    await this.choose(ordinal);
    const { rationale } = this.workbench;
    await rationale.press("ControlOrMeta+End");
    await rationale.pressSequentially(` ${words}`);
    if (!(await rationale.inputValue()).includes(words))
      throw new Error(`The field does not have "${words}".`);
  }

  async judge(ordinal: number, digit: number): Promise<void> {
    await this.choose(ordinal);
    await this.workbench.verdicts.getByRole("button").nth(digit).click();
  }

  private async choose(ordinal: number): Promise<void> {
    await this.workbench.sentence(ordinal).click();
    await this.page.getByRole("tablist", { name: `Claim ${ordinal}`, exact: true }).waitFor();
    await this.workbench.rationale.waitFor();
  }

  async state(): Promise<TabState> {
    const banner = this.page.getByRole("banner");
    const said = await banner.innerText({ timeout: 2_000 }).catch(() => null);
    if (said === null) return "gone";
    if (/Conflict: choose/.test(said)) return "conflict";
    if (/Signed out, /.test(said)) return "signed out";
    if (/Not saved: see why/.test(said)) return "failed";
    return /Saving…|Offline, /.test(said) ? "busy" : "at rest";
  }

  /** What the tab says of why it did not save. */
  async trouble(): Promise<string> {
    const said = await this.page.getByRole("alert").allInnerTexts();
    return said.join(" ").replaceAll(/\s+/g, " ");
  }

  /** Of two texts the one that was written here; the other stays in the history. */
  async keepOwn(): Promise<void> {
    await this.page.getByRole("banner").getByRole("button", { name: "Conflict: choose" }).click();
    await this.workbench.inspector.getByRole("button", { name: "Compare and choose" }).click();
    await this.page.getByRole("button", { name: /^(Keep|Submit) this, as version/ }).click();
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
