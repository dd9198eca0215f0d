import type { PersonHere } from "@/lib/core/events/presence";
import { asRecord } from "./as-record";

type People = readonly PersonHere[];

const nobody: People = [];

/** Which colleagues have the article open, as the server told last. What is read stays the same object until they change. */
export class PeopleHere {
  private people: People = nobody;
  private byClaim: ReadonlyMap<string, People> = new Map();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly all = (): People => this.people;

  at(claimId: string): People {
    return this.byClaim.get(claimId) ?? nobody;
  }

  /** Takes the list that came over the live feed; anything else is not heard. */
  hear(data: unknown): void {
    const people = parsePeople(data);
    if (people) this.know(people);
  }

  /** The line was down: who is here is told anew. */
  forget(): void {
    if (this.people.length > 0) this.know(nobody);
  }

  private know(people: People): void {
    this.people = people;
    const byClaim = new Map<string, People>();
    for (const person of people) {
      if (person.claimId !== null)
        byClaim.set(person.claimId, [...(byClaim.get(person.claimId) ?? []), person]);
    }
    this.byClaim = byClaim;
    for (const listener of this.listeners) listener();
  }
}

function parsePeople(data: unknown): People | null {
  try {
    const list: unknown = JSON.parse(String(data));
    return Array.isArray(list) && list.every(isPerson) ? list : null;
  } catch {
    return null;
  }
}

function isPerson(value: unknown): value is PersonHere {
  const { memberId, name, claimId, typing } = asRecord(value) ?? {};
  const isSomewhere = claimId === null || typeof claimId === "string";
  return (
    typeof memberId === "string" && typeof name === "string" && isSomewhere && typeof typing === "boolean"
  );
}
