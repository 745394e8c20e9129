// Checks the chain of hashes in an application's record, without a line of the app's own code:
//   node docs/verify-record.mjs record.json
// Each event's hash is the SHA-256 of its fields as netstrings: length in UTF-8 bytes, colon, text, comma.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const { application, events } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const netstring = text => `${Buffer.byteLength(text)}:${text},`;

// 2026-01-31T01:02:03.1+00:00 is hashed as 2026-01-31T01:02:03.1000000Z.
const instant = text => {
  const [, second, fraction = ""] = /^([^.+Z]+)(?:\.(\d+))?(?:Z|\+00:00)$/.exec(text);
  return `${second}.${fraction.padEnd(7, "0")}Z`;
};

const hash = event => createHash("sha256").update([
  String(event.number), instant(event.at), event.actor.id, event.actor.name, event.actor.kind, event.event, event.detail, event.previousHash,
].map(netstring).join("")).digest("hex");

let previous = "0".repeat(64);
const fault = events.map((event, index) => {
  const expected = index + 1;
  const wrong = event.number !== expected ? "is missing" : event.previousHash !== previous ? "doesn't follow the one before it"
    : event.hash !== hash(event) ? "was changed" : null;
  previous = event.hash;
  return wrong && `Event ${expected} ${wrong}.`;
}).find(wrong => wrong)
  ?? (events.length !== application.eventCount ? `There are ${events.length} events, and the application counts ${application.eventCount}.`
    : previous !== application.lastHash ? `Event ${events.length} isn't the one that the application had last.` : null);

console.log(fault ?? `The chain of application ${application.id} is whole: ${events.length} events, the last with the hash ${previous}.`);
process.exitCode = fault ? 1 : 0;
