import { basename } from "node:path";

const catchAllNames = /^(utils?|helpers?|misc|common|index|shared)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is open to everybody has no actor: reading a published report, signing in, setting up. */
const withoutActor = new Set([
  "createWorkspace",
  "addMember",
  "setUpInstallation",
  "isSetupLinkOpen",
  "getPublicReport",
  "getFeed",
  "readDetail",
  "listMissed",
  "findLiveMessage",
  "readUnread",
  "findInvitation",
  "findReset",
]);

const fileName = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    Program(node) {
      const [stem = ""] = basename(context.filename).replace(/^\.+/, "").split(".");
      if (catchAllNames.test(stem)) {
        context.report({ node, message: `"${stem}" says nothing about what is inside: name the thing.` });
      } else if (!kebabCase.test(stem)) {
        context.report({ node, message: `File names are kebab-case: "${stem}" is not.` });
      }
    },
  }),
};

const actorFirst = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    "ExportNamedDeclaration > FunctionDeclaration"(node) {
      const name = node.id?.name ?? "";
      const [first] = node.params;
      if (withoutActor.has(name) || first?.name === "actor") return;
      context.report({ node, message: `${name}: commands and queries take the actor first.` });
    },
  }),
};

const noClock = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    "NewExpression[callee.name='Date'][arguments.length=0]"(node) {
      context.report({ node, message: "lib/core has no clock: take now as an argument." });
    },
  }),
};

const serverOnly = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    Program(node) {
      const [first] = node.body;
      if (first?.type === "ImportDeclaration" && first.source.value === "server-only") return;
      context.report({ node, message: 'Begin with import "server-only": this must never reach a browser.' });
    },
  }),
};

/** Rules of the house that no published plugin has. */
export const houseRules = {
  rules: { "file-name": fileName, "actor-first": actorFirst, "no-clock": noClock, "server-only": serverOnly },
};
