import { xmlText } from "./zip";

/** The parts of a Word document that are the same for every report (ECMA-376, WordprocessingML). */
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const overrides = [
  ["/word/document.xml", `${word}.document.main+xml`],
  ["/word/styles.xml", `${word}.styles+xml`],
  ["/word/footnotes.xml", `${word}.footnotes+xml`],
  ["/word/header1.xml", `${word}.header+xml`],
  ["/word/footer1.xml", `${word}.footer+xml`],
  ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);

export const contentTypes = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;

export const packageRelations = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const related = ["styles", "header", "footer", "footnotes"].map((kind, at) => {
  const file = kind === "header" || kind === "footer" ? `${kind}1` : kind;
  return `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${file}.xml"/>`;
});

export const documentRelations = `${head}<Relationships xmlns="${packages}/relationships">${related.join("")}</Relationships>`;

export function properties(title: string, author: string): string {
  return `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dc:language>en</dc:language></cp:coreProperties>`;
}

const field = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

export const numbersFooter = `${head}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:pStyle w:val="Small"/><w:jc w:val="end"/></w:pPr>${field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field("NUMPAGES")}</w:p></w:ftr>`;

const paragraphStyle = (id: string, name: string, paragraph: string, letters: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;

const small = '<w:color w:val="6D6A61"/><w:sz w:val="17"/><w:szCs w:val="17"/>';

export const styles = `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman" w:eastAsia="SimSun"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
  paragraphStyle(
    "Title",
    "Title",
    '<w:spacing w:before="60" w:after="160"/>',
    '<w:b/><w:bCs/><w:sz w:val="44"/><w:szCs w:val="44"/>',
  ),
  paragraphStyle(
    "Heading1",
    "heading 1",
    '<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="DFDBD0"/></w:pBdr><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="0"/>',
    '<w:sz w:val="26"/><w:szCs w:val="26"/>',
  ),
  paragraphStyle("Verdict", "Verdict", "<w:keepNext/>", '<w:b/><w:bCs/><w:color w:val="1F4E5F"/>'),
  paragraphStyle(
    "Evidence",
    "Evidence",
    '<w:ind w:start="280"/><w:spacing w:after="60"/>',
    '<w:sz w:val="20"/><w:szCs w:val="20"/>',
  ),
  paragraphStyle("Small", "Small", '<w:spacing w:after="60"/>', small),
  paragraphStyle(
    "FootnoteText",
    "footnote text",
    '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
    '<w:sz w:val="18"/><w:szCs w:val="18"/>',
  ),
].join(
  "",
)}<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F4E5F"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`;
