import { describe, expect, it } from "vitest";
import { requireHardToGuess } from "./password-strength";

const known = ["Harbour Desk", "harbour-desk", "Nora Newman", "nora.newman@lighthouse.example.org", "Assay"];

describe("a new password", () => {
  it.each([
    "password1234",
    "Password1234!",
    "passwordpassword",
    "qwertyuiop12",
    "1qaz2wsx3edc",
    "123456789012",
    "111111111111",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "iloveyou1234",
    "football12345",
    "Passw0rd!2024",
    "letmeinletmein",
    "abcdefghijkl",
    "welcome12345",
    "administrator",
    "Harbour Desk 1",
    "harbourdesk12",
    "noranewman123",
    "lighthouse12",
    "assayassayassay",
    "x".repeat(200),
  ])("is refused when anybody would try %j", async (password) => {
    await expect(requireHardToGuess(password, known)).rejects.toMatchObject({
      code: "bad_input",
      fields: [{ field: "/password" }],
    });
  });

  it.each([
    "correct horse battery staple",
    "Tr0ub4dor&3xyz",
    "  Twelve Äé 🔑 ",
    "тест пароль длинный",
    "灯船はいつ港を出たのですか",
  ])("is taken when it takes long to find: %j", async (password) => {
    await expect(requireHardToGuess(password, known)).resolves.toBeUndefined();
  });
});
