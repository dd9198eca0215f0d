/** The encodings that a text can be read in, by the label of the WHATWG Encoding Standard. */
export const encodings = {
  "utf-8": "Unicode (UTF-8)",
  "utf-16le": "Unicode (UTF-16 little-endian)",
  "utf-16be": "Unicode (UTF-16 big-endian)",
  "windows-1252": "Western (Windows-1252, ISO-8859-1)",
  "windows-1250": "Central European (Windows-1250)",
  "iso-8859-2": "Central European (ISO-8859-2)",
  "windows-1251": "Cyrillic (Windows-1251)",
  "koi8-r": "Cyrillic (KOI8-R)",
  "windows-1253": "Greek (Windows-1253)",
  "windows-1254": "Turkish (Windows-1254)",
  "windows-1255": "Hebrew (Windows-1255)",
  "windows-1256": "Arabic (Windows-1256)",
  "iso-8859-6": "Arabic (ISO-8859-6)",
  "windows-1257": "Baltic (Windows-1257)",
  gb18030: "Chinese, simplified (GB18030)",
  big5: "Chinese, traditional (Big5)",
  shift_jis: "Japanese (Shift JIS)",
  "euc-jp": "Japanese (EUC-JP)",
  "euc-kr": "Korean (EUC-KR)",
} as const;
export type Encoding = keyof typeof encodings;

export const encodingLabels = Object.keys(encodings) as readonly Encoding[];
