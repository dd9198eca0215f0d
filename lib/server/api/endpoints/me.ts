import "server-only";
import { z } from "zod";
import { caller } from "../answers/settings";
import { endpoint } from "../endpoint";

export const getMe = endpoint({
  id: "getMe",
  method: "GET",
  path: "/me",
  room: "me",
  summary: "Who the caller is, and their desks",
  permission: "anyone",
  params: z.unknown(),
  answers: { 200: caller },
});
