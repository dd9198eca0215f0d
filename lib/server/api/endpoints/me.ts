import "server-only";
import { z } from "zod";
import { sessionParams } from "../../http/params";
import { idOnly, listOf } from "../answers/lists";
import { endedSessions, sessionLine } from "../answers/sessions";
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

export const listSessions = endpoint({
  id: "listSessions",
  method: "GET",
  path: "/me/sessions",
  room: "me",
  summary: "Where the caller is signed in; never with a token",
  permission: "person",
  params: z.unknown(),
  answers: { 200: listOf(sessionLine) },
});

export const endOtherSessions = endpoint({
  id: "endOtherSessions",
  method: "DELETE",
  path: "/me/sessions",
  room: "me",
  summary: "Signs the caller out everywhere but here; never with a token",
  permission: "person",
  params: z.unknown(),
  answers: { 200: endedSessions },
});

export const endSession = endpoint({
  id: "endSession",
  method: "DELETE",
  path: "/me/sessions/{session}",
  room: "me",
  summary: "Signs the caller out in one browser; never with a token",
  permission: "person",
  params: sessionParams,
  answers: { 200: idOnly },
});
