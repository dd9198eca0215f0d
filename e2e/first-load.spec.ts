import { createArticle } from "@/seeds/factories";
import { firstLoadScriptKb } from "./first-load";
import { expect, test } from "./fixtures";

const limitKb = 180;

test("the workbench asks for no more script than a slow line bears, with a short article and with a long one", async ({
  visit,
  desk,
}) => {
  const page = await visit(desk.reviewer1);
  for (const sentences of [3, 400]) {
    const text = Array.from({ length: sentences }, (_, at) => `Lamp number ${at} was lit in 1911.`).join(" ");
    const { id } = await createArticle(desk, { title: "Lamps", text });
    const kb = await firstLoadScriptKb(page, `/w/${desk.slug}/articles/${id}`);
    expect(kb, `kilobytes of script for ${sentences} sentences`).toBeLessThanOrEqual(limitKb);
  }
});
