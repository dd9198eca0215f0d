import { docxOf, pdfOf } from "@/seeds/documents";
import { createArticle } from "@/seeds/factories";
import { expect, signIn, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

test("an editor brings in a Word document, leaves out a caption, joins and splits, and finds it so on the workbench", async ({
  page,
  desk,
}) => {
  const paragraphs = ["It is long. It was opened in 1931.", "Photo: B. Jones", "Nobody likes its colour."];
  const buffer = docxOf(paragraphs, { title: "The bridge", creator: "A. Smith" });
  await signIn(page, desk.editor);
  await page.goto(`/w/${desk.slug}/articles/new`);
  await page.getByLabel("Choose a file").setInputFiles({ name: "bridge.docx", mimeType: word, buffer });
  await expect(page.getByLabel("Title")).toHaveValue("The bridge");
  await expect(page.getByLabel("Byline")).toHaveValue("A. Smith");
  await expect(page.getByText("4 sentences, each will be a claim")).toBeVisible();
  await expect(page.getByText("Caption?")).toBeVisible();

  await page.getByRole("button", { name: "Leave all of these out" }).click();
  await expect(page.getByText("1 of them left out of the check")).toBeVisible();
  await page.getByRole("button", { name: "Join sentence 1 with the next" }).click();
  await expect(page.getByText("3 sentences, each will be a claim")).toBeVisible();
  await page.getByRole("button", { name: "Split sentence 3" }).click();
  await page.getByRole("button", { name: "its", exact: true }).click();
  await expect(page.getByText("4 sentences, each will be a claim")).toBeVisible();

  await page.getByRole("button", { name: "Bring it in" }).click();
  const workbench = new WorkbenchPage(page);
  await expect(workbench.sentence(1)).toHaveText("It is long. It was opened in 1931.");
  await expect(workbench.sentence(4)).toHaveText("its colour.");
});

test("an article that is here already is noticed, and becomes a new version of itself", async ({
  page,
  desk,
}) => {
  const url = "https://daily.example/news/bridge";
  const { id } = await createArticle(desk, { url });
  await signIn(page, desk.editor);
  await page.goto(`/w/${desk.slug}/articles/new`);
  await page.getByLabel("Title").fill("The bridge");
  await page.getByLabel("Address", { exact: true }).fill(`${url}/?utm_source=mail`);
  await page.getByLabel("Text").fill("The bridge is 112 metres long. It was opened in 1932.");
  const note = page.getByRole("status").filter({ hasText: "to have this article already" });
  await expect(note).toContainText("“The bridge” has the same address");
  await note.getByRole("button", { name: "Bring it in as a new version of that one" }).click();
  await expect(page).toHaveURL(new RegExp(`/articles/${id}/revisions$`));
  await expect(page.getByRole("textbox")).toHaveValue(
    "The bridge is 112 metres long. It was opened in 1932.",
  );
});

test("a scan is refused in words, and a file of many articles goes on while nobody looks", async ({
  page,
  desk,
  guard,
}) => {
  guard.expect(400);
  await signIn(page, desk.editor);
  await page.goto(`/w/${desk.slug}/articles/new`);
  const scan = { name: "scan.pdf", mimeType: "application/pdf", buffer: pdfOf([[]]) };
  await page.getByLabel("Choose a file").setInputFiles(scan);
  await expect(page.getByRole("alert").filter({ hasText: "It could not be read" })).toContainText("OCR");

  const lines = Array.from({ length: 600 }, (_, at) =>
    JSON.stringify({ title: `Article ${at}`, text: `Fact ${at}.` }),
  );
  lines[300] = "{broken";
  const buffer = Buffer.from(lines.join("\n"));
  await page.getByLabel("Choose a file").setInputFiles({ name: "many.jsonl", mimeType: "", buffer });
  await expect(page.getByRole("heading", { name: "many.jsonl" })).toBeVisible();
  await page.getByRole("link", { name: "To the articles" }).click();
  await page.goto(`/w/${desk.slug}/articles/new`);
  await page.getByRole("link", { name: "many.jsonl" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Done" })).toContainText(
    "599 articles with 599 claims",
  );
  await expect(page.getByRole("row").filter({ hasText: "301" })).toContainText("no valid JSON");
});
