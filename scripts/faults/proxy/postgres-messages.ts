/** PostgreSQL's wire protocol, version 3, as far as a proxy has to know it (manual, chapter "Frontend/Backend Protocol"). */

export type Message = { readonly type: string; readonly bytes: Buffer };

/**
 * Cuts what a client sends into messages: the first has no type, each other one a letter; then a length that counts
 * itself. What is not whole yet is kept for the next piece.
 */
export class MessageReader {
  private rest: Buffer = Buffer.alloc(0);
  private begun = false;

  read(chunk: Buffer): readonly Message[] {
    const data = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const messages: Message[] = [];
    let at = 0;
    for (;;) {
      const head = this.begun ? 1 : 0;
      if (data.length - at < head + 4) break;
      const end = at + head + data.readUInt32BE(at + head);
      if (data.length < end) break;
      const type = this.begun ? String.fromCharCode(data[at] ?? 0) : "startup";
      messages.push({ type, bytes: data.subarray(at, end) });
      this.begun = true;
      at = end;
    }
    this.rest = data.subarray(at);
    return messages;
  }
}

/**
 * Tells which statements a client sends to be run. One with a name is sent once a connection, and after that called by it.
 */
export class StatementReader {
  private readonly named = new Map<string, string>();
  private parsed = "";

  /** The statement that this message brings or calls, once for each time that it is run; null of all other messages. */
  read({ type, bytes }: Message): string | null {
    if (type === "Q") return textAt(bytes, 5);
    if (type === "P") {
      const name = textAt(bytes, 5);
      const statement = textAt(bytes, bytes.indexOf(0, 5) + 1);
      if (name !== "") this.named.set(name, statement);
      this.parsed = name;
      return statement;
    }
    if (type === "S") this.parsed = "";
    if (type !== "B") return null;
    // Of a portal and the statement that it is for: what has no name, or was sent with this call, was read there.
    const name = textAt(bytes, bytes.indexOf(0, 5) + 1);
    return name === this.parsed ? null : (this.named.get(name) ?? null);
  }
}

function textAt(bytes: Buffer, start: number): string {
  const end = bytes.indexOf(0, start);
  return bytes.toString("utf8", start, end < 0 ? bytes.length : end);
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, "latin1");
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export function query(sql: string): Buffer {
  return message("Q", Buffer.from(`${sql}\0`));
}
