import { expect, it } from "vitest";
import { noteInputSchema } from "./note";
import { placeOfWords } from "./place-of-words";

it.each([
  ["a bridge and a bridge", { quote: "bridge", start: 2 }, 2],
  ["a bridge and a bridge", { quote: "bridge", start: 15 }, 15],
  ["old: a bridge and a bridge", { quote: "bridge", start: 15 }, 20],
  ["old: a bridge and a bridge", { quote: "bridge", start: 2 }, 7],
  ["a bridge", { quote: "bridge", start: 90 }, 2],
  ["a tunnel", { quote: "bridge", start: 2 }, null],
])("in %j the words %j stand at %s", (text, about, place) => {
  expect(placeOfWords(text, about)).toBe(place);
});

it("an answer is about what its thread is about, and a note has words", () => {
  const id = "0197a7a0-0000-7000-8000-000000000000";
  expect(
    noteInputSchema.safeParse({ body: "x", parentId: id, about: { quote: "x", start: 0 } }).success,
  ).toBe(false);
  expect(noteInputSchema.safeParse({ body: "x", about: { quote: "", start: 0 } }).success).toBe(false);
  expect(noteInputSchema.safeParse({ body: " \n" }).success).toBe(false);
  expect(noteInputSchema.safeParse({ body: "x".repeat(100_000) }).success).toBe(true);
  expect(noteInputSchema.safeParse({ body: "x".repeat(100_001) }).success).toBe(false);
});
