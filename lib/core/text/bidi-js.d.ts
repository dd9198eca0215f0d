declare module "bidi-js" {
  type Embedding = {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  };
  type Bidi = {
    readonly getEmbeddingLevels: (text: string, direction?: "ltr" | "rtl" | "auto") => Embedding;
    readonly getMirroredCharacter: (letter: string) => string | null;
  };
  const bidiFactory: () => Bidi;
  export = bidiFactory;
}
