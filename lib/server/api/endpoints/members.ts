import "server-only";
import { z } from "zod";
import { invitationInputSchema, roleInputSchema } from "@/lib/core/members/member";
import { invitationParams, memberParams, workspaceParams } from "../../http/params";
import { idOnly, listOf } from "../answers/lists";
import { changedMember, colleague, invitationLine, memberLine, secretLink } from "../answers/members";
import { endpoint } from "../endpoint";

export const listColleagues = endpoint({
  id: "listColleagues",
  method: "GET",
  path: "/workspaces/{workspace}/colleagues",
  room: "members",
  summary: "Everybody who works at the desk now",
  permission: "member.read",
  params: workspaceParams,
  answers: { 200: listOf(colleague) },
});

export const revokeInvitation = endpoint({
  id: "revokeInvitation",
  method: "DELETE",
  path: "/workspaces/{workspace}/invitations/{invitation}",
  room: "members",
  summary: "Revokes an invitation",
  permission: "member.manage",
  params: invitationParams,
  answers: { 200: idOnly },
});

export const listInvitations = endpoint({
  id: "listInvitations",
  method: "GET",
  path: "/workspaces/{workspace}/invitations",
  room: "members",
  summary: "Invitations that are open",
  permission: "member.manage",
  params: workspaceParams,
  answers: { 200: listOf(invitationLine) },
});

export const inviteMember = endpoint({
  id: "inviteMember",
  method: "POST",
  path: "/workspaces/{workspace}/invitations",
  room: "members",
  summary: "Invites somebody by a link, shown once",
  permission: "member.manage",
  params: workspaceParams,
  body: invitationInputSchema,
  answers: { 201: secretLink },
});

export const makeResetLink = endpoint({
  id: "makeResetLink",
  method: "POST",
  path: "/workspaces/{workspace}/members/{member}/reset",
  room: "members",
  summary: "A link with which a member sets a new password, shown once",
  permission: "member.manage",
  params: memberParams,
  body: z.strictObject({}),
  answers: { 201: secretLink },
});

export const changeRole = endpoint({
  id: "changeRole",
  method: "PATCH",
  path: "/workspaces/{workspace}/members/{member}",
  room: "members",
  summary: "Gives a member another role",
  permission: "member.manage",
  params: memberParams,
  body: roleInputSchema,
  version: "always",
  answers: { 200: changedMember },
});

export const removeMember = endpoint({
  id: "removeMember",
  method: "DELETE",
  path: "/workspaces/{workspace}/members/{member}",
  room: "members",
  summary: "Takes a member off the desk; what they wrote stays",
  permission: "member.manage",
  params: memberParams,
  version: "always",
  answers: { 200: changedMember },
});

export const listMembers = endpoint({
  id: "listMembers",
  method: "GET",
  path: "/workspaces/{workspace}/members",
  room: "members",
  summary: "Members of the desk; addresses for those who manage them",
  permission: "member.read",
  params: workspaceParams,
  answers: { 200: listOf(memberLine) },
});
