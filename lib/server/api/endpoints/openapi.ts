import "server-only";
import { z } from "zod";
import { endpoint } from "../endpoint";

export const getDocument = endpoint({
  id: "getDocument",
  method: "GET",
  path: "/openapi.json",
  room: "document",
  summary: "This document",
  permission: "nobody",
  params: z.unknown(),
  answers: { 200: { media: ["application/json"] } },
});
