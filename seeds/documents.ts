import { crc32, deflateRawSync } from "node:zlib";

/** Files of the formats that articles come in, made from nothing: each as small as its format allows. */

type ZipEntry = { readonly name: string; readonly content: string | Buffer };

/** A ZIP archive (APPNOTE 6.3), each entry deflated. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), about, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), about, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

type DocxAbout = { readonly title?: string; readonly creator?: string };

/** A Word document of some paragraphs. */
export function docxOf(paragraphs: readonly string[], { title = "", creator = "" }: DocxAbout = {}): Buffer {
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006";
  const packaging = "http://schemas.openxmlformats.org/package/2006";
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`)
    .join("");
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return zipOf([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
    },
    {
      name: "docProps/core.xml",
      content: `<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator></cp:coreProperties>`,
    },
  ]);
}

/** A workbook of one sheet, each cell a text. */
export function xlsxOf(rows: readonly (readonly string[])[]): Buffer {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaging = "http://schemas.openxmlformats.org/package/2006";
  const letter = (column: number) => String.fromCharCode(65 + column);
  const cells = (row: readonly string[], at: number) =>
    row
      .map(
        (text, column) =>
          `<c r="${letter(column)}${at + 1}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`,
      )
      .join("");
  const data = rows.map((row, at) => `<row r="${at + 1}">${cells(row, at)}</row>`).join("");
  return zipOf([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Facts" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
    },
  ]);
}

type PdfAbout = {
  readonly title?: string;
  /** Protected by a password that nobody knows. */
  readonly locked?: boolean;
};

const lineStep = 14;

/** A PDF in Helvetica, a line of Latin letters a string; an empty one leaves a line out. */
export function pdfOf(pages: readonly (readonly string[])[], { title, locked }: PdfAbout = {}): Buffer {
  const objects: string[] = [];
  const add = (content: string) => objects.push(content);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(" ");
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const lines of pages) {
    const shown = lines
      .map((text, at) =>
        text === ""
          ? ""
          : `BT /F1 11 Tf 72 ${760 - at * lineStep} Td (${text.replaceAll(/[()\\]/g, "\\$&")}) Tj ET`,
      )
      .join("\n");
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    add(`<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`);
  }
  const info = title === undefined ? "" : ` /Info ${add(`<< /Title (${title}) >>`)} 0 R`;
  const lock = locked
    ? ` /Encrypt ${add(`<< /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -44 >>`)} 0 R /ID [<01> <01>]`
    : "";
  let file = "%PDF-1.4\n";
  const offsets = objects.map((content, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R${info}${lock} >>\nstartxref\n${file.length}\n%%EOF\n`,
    "latin1",
  );
}
