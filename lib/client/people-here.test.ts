import { expect, it, vi } from "vitest";
import { PeopleHere } from "./people-here";

const rita = { memberId: "r", name: "Rita One", claimId: "a", typing: true };
const olga = { memberId: "o", name: "Olga", claimId: null, typing: false };

it("knows who is here, and who is at a claim", () => {
  const people = new PeopleHere();
  const heard = vi.fn();
  people.subscribe(heard);
  people.hear(JSON.stringify([rita, olga]));
  expect(people.all()).toEqual([rita, olga]);
  expect(people.at("a")).toEqual([rita]);
  expect(people.at("a")).toBe(people.at("a"));
  expect(people.at("b")).toBe(people.at("c"));
  expect(heard).toHaveBeenCalledTimes(1);
});

it("forgets everybody when the line was down, and says so once", () => {
  const people = new PeopleHere();
  people.hear(JSON.stringify([rita]));
  const heard = vi.fn();
  people.subscribe(heard);
  people.forget();
  people.forget();
  expect([people.all(), people.at("a")]).toEqual([[], []]);
  expect(heard).toHaveBeenCalledTimes(1);
});

it.each([
  "",
  "{}",
  "null",
  '[{"name":"x"}]',
  '[{"memberId":"r","name":"R","claimId":3,"typing":false}]',
  7,
  undefined,
])("does not hear what is no list of people: %j", (data) => {
  const people = new PeopleHere();
  people.hear(JSON.stringify([rita]));
  people.hear(data);
  expect(people.all()).toEqual([rita]);
});
