import "server-only";
import { readSheet } from "read-excel-file/node";
import { ReadingFailure } from "../failure";
import type { Table } from "../reading-task";
import { openZip } from "../zip";

/** The first sheet of a workbook, each cell as text. @throws ReadingFailure bomb, damaged */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Table> {
  await openZip(bytes, () => false);
  try {
    const rows = await readSheet(Buffer.from(bytes));
    return rows.map((row) => row.map(cellText));
  } catch {
    throw new ReadingFailure("damaged");
  }
}

function cellText(cell: unknown): string {
  // A day in a spreadsheet has no zone; its library reads it as midnight UTC.
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  if (typeof cell === "string") return cell;
  return typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}
