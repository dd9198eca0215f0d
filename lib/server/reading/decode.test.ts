import { describe, expect, it } from "vitest";
import { decodeText } from "./decode";

const arabic =
  "يبلغ طول الجسر مئة واثني عشر مترا وقد افتتح في عام ألف وتسعمئة وواحد وثلاثين. لا أحد يحب لونه.";
const french =
  "Le pont mesure cent douze mètres. Il fut inauguré en été. Personne n'aime sa couleur, déclara la ministre.";
const german =
  "Die Brücke ist 112 Meter lang – sie wurde 1931 eröffnet. „Niemand mag die Farbe“, sagte die Ministerin für Straßen.";
const russian =
  "Мост длиной 112 метров был открыт в 1931 году. Никому не нравится его цвет, сказала министр.";
const czech =
  "Most má délku 112 metrů a byl otevřen v roce 1931. Nikomu se nelíbí jeho barva, řekla ministryně školství.";

/** The bytes of a text in a one-byte encoding, found by asking the decoder for each of its 256 letters. */
function encode(text: string, label: string): Uint8Array {
  // Where decoders disagree (Node reads windows-1252 as Latin-1), the standard's table is meant.
  const marks = label === "windows-1252" ? { "–": 0x96, "„": 0x84, "“": 0x93 } : {};
  const table = new Map<string, number>(Object.entries(marks));
  for (let byte = 0; byte < 256; byte += 1) {
    table.set(new TextDecoder(label).decode(Uint8Array.of(byte)), byte);
  }
  return Uint8Array.from(Array.from(text), (letter) => {
    const byte = table.get(letter);
    if (byte === undefined) throw new Error(`${label} has no ${letter}`);
    return byte;
  });
}

describe("decodeText", () => {
  it.each([
    ["windows-1256", arabic],
    ["iso-8859-6", arabic],
    ["windows-1252", french],
    ["windows-1252", german],
    ["windows-1251", russian],
    ["koi8-r", russian],
    ["windows-1250", czech],
    ["iso-8859-2", czech],
  ])("finds out that a text is %s", (label, text) => {
    expect(decodeText(encode(text, label)).text).toBe(text);
  });

  it("finds it under markup too", () => {
    const page = `<html><head><title>x</title></head><body class="a b c">${"<div></div>".repeat(100)}<p>${french}</p>`;
    expect(decodeText(encode(page, "windows-1252")).text).toBe(page);
  });

  it.each([
    ["UTF-8", Buffer.from(german), "utf-8"],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${german}`), "utf-8"],
    ["UTF-16 with its mark", Buffer.from(`\ufeff${german}`, "utf16le"), "utf-16le"],
    ["UTF-16 without it", Buffer.from(german, "utf16le"), "utf-16le"],
    ["UTF-16, the other way round", Buffer.from(`\ufeff${german}`, "utf16le").swap16(), "utf-16be"],
  ])("knows %s", (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: german, encoding });
  });

  it("believes what the document says, unless its bytes say otherwise", () => {
    const short = encode("Größe", "windows-1252");
    expect(decodeText(short, { stated: "iso-8859-1" })).toEqual({ text: "Größe", encoding: "windows-1252" });
    expect(decodeText(Buffer.from("Größe"), { stated: "iso-8859-1" }).text).toBe("Größe");
  });

  it("asks where nothing tells, and takes the answer", () => {
    const short = encode("Æ 12", "windows-1252");
    expect(() => decodeText(short)).toThrow(expect.objectContaining({ reason: "encoding" }));
    expect(() => decodeText(short, { stated: "no-such-thing" })).toThrow(
      expect.objectContaining({ reason: "encoding" }),
    );
    expect(decodeText(short, { asked: "windows-1252" }).text).toBe("Æ 12");
    expect(() => decodeText(short, { asked: "utf-8" })).toThrow(
      expect.objectContaining({ reason: "wrong_encoding" }),
    );
  });
});
