// Checks an application's record, or a file that was put away of one, without a line of the app's own code:
//   node docs/verify-record.mjs record.json
//   node docs/verify-record.mjs record.json key.pem nights/*.jws
// Each event's hash is the SHA-256 of its fields as netstrings: length in UTF-8 bytes, colon, text, comma. From the second form on it covers the
// hashes of the states before and after it, each the SHA-256 of the text that the state is kept as.
// With the public key and the signed nights (compact JWS, ES256) the record is held against what was put away of the application as well.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const [recordFile, keyFile, ...nightFiles] = process.argv.slice(2);
const recordBytes = readFileSync(recordFile);
const record = JSON.parse(recordBytes);
const events = record.events.map(event => typeof event === "string" ? JSON.parse(event) : event);
const state = record.state === undefined ? record.application : JSON.parse(record.state);
const lastHash = record.lastHash ?? state.lastHash;
const origin = "0".repeat(64);

const sha256 = content => createHash("sha256").update(content).digest("hex");
const netstring = text => `${Buffer.byteLength(text)}:${text},`;
const isNothing = value => value === null || value === undefined;

// 2026-01-31T01:02:03.1+00:00 is hashed as 2026-01-31T01:02:03.1000000Z.
const instant = text => {
  const [, second, fraction = ""] = /^([^.+Z]+)(?:\.(\d+))?(?:Z|\+00:00)$/.exec(text);
  return `${second}.${fraction.padEnd(7, "0")}Z`;
};

const formOf = event => event.form ?? 1;
const hash = event => {
  const fields = [
    String(event.number), instant(event.at), event.actor.id, event.actor.name, event.actor.kind, event.event, event.detail, event.previousHash,
  ];
  const all = formOf(event) === 1 ? fields : [String(event.form), ...fields, event.stateBefore ?? "", event.stateAfter];
  return sha256(all.map(netstring).join(""));
};

const faultOfEvent = (event, index) => {
  const [expected, before] = [index + 1, events[index - 1]];
  return event.number !== expected ? `Event ${expected} is missing.`
    : event.previousHash !== (before?.hash ?? origin) ? `Event ${expected} doesn't follow the one before it.`
    : ![1, 2].includes(formOf(event)) ? `Event ${expected} is of form ${event.form}, which isn't known here.`
    : before && formOf(event) < formOf(before) ? `Event ${expected} is of an older form than the one before it.`
    : (formOf(event) === 2) === isNothing(event.stateAfter) || (formOf(event) === 1 && !isNothing(event.stateBefore))
      ? `Event ${expected} should have the hash of a state by its form, or shouldn't.`
    : event.hash !== hash(event) ? `Event ${expected} was changed.`
    : before && !isNothing(before.stateAfter) && before.stateAfter !== event.stateBefore
      ? `The application was changed between event ${index} and event ${expected}.`
    : null;
};

const faultOfEnd = () => {
  const last = events.at(-1);
  return events.length !== state.eventCount ? `There are ${events.length} events, and the application counts ${state.eventCount}.`
    : last && last.hash !== lastHash ? `Event ${events.length} isn't the one that the application had last.`
    : last && formOf(last) === 2 && record.state === undefined ? "The record lacks the state's text."
    : last && formOf(last) === 2 && last.stateAfter !== sha256(record.state) ? `The state isn't as event ${events.length} left it.`
    : null;
};

// What was added and removed by the events, held against the documents that the state has.
const faultOfDocuments = () => {
  const left = new Map();
  for (const { event, detail } of events) {
    const [, id, added] = /^(d\d+): (?:.* SHA-256 ([0-9a-f]{64})\.)?/s.exec(detail) ?? [];
    if (event === "DocumentAdded") left.set(id, added);
    else if (event === "DocumentRemoved") left.delete(id);
  }
  const listed = documents => documents.map(({ id, sha256 }) => `${id} ${sha256}`).sort().join();
  return listed(state.documents) === listed([...left].map(([id, sha256]) => ({ id, sha256 }))) ? null
    : "The documents aren't those that the events added and didn't remove.";
};

// A record has the state as its text, and once more as the app read it then, which may have fields that the text lacks.
const covers = (read, text) => isNothing(text) ? isNothing(read)
  : Array.isArray(text) ? Array.isArray(read) && read.length === text.length && text.every((item, index) => covers(read[index], item))
  : typeof text === "object" ? typeof read === "object" && read !== null && Object.keys(text).every(name => !(name in read) || covers(read[name], text[name]))
  : read === text;
const faultOfReading = () => isNothing(record.application) || covers(record.application, state) ? null
  : "The application isn't what the state's text has.";

const part = text => Buffer.from(text, "base64url");
const openNight = (file, key) => {
  const bytes = readFileSync(file);
  const [header, payload, signature] = bytes.toString().split(".");
  const { alg, typ } = JSON.parse(part(header));
  if (alg !== "ES256" || typ !== "microcred-night" || !verify("sha256", Buffer.from(`${header}.${payload}`), { key, dsaEncoding: "ieee-p1363" }, part(signature))) {
    throw new Error(`${file} isn't a night that this key signed.`);
  }
  return { ...JSON.parse(part(payload)), sha256: sha256(bytes) };
};

const faultByNights = () => {
  const key = createPublicKey(readFileSync(keyFile));
  const nights = nightFiles.map(file => openNight(file, key)).sort((one, other) => one.number - other.number);
  const missing = nights.find(night => night.number > 1 && !nights.some(before => before.number === night.number - 1 && before.sha256 === night.previous));
  if (missing) return `Night ${missing.number} refers to a night ${missing.number - 1} that isn't given.`;
  const heads = nights.flatMap(night => night.applications).filter(head => head.id === state.id && !head.differs);
  if (heads.length === 0) return "None of the nights has this application as it should be.";
  const head = heads.filter(head => head.revision <= state.revision).at(-1);
  if (!head) return `The nights have revision ${heads[0].revision}, and this is revision ${state.revision}.`;
  const asItWas = events[head.events - 1];
  return head.events > 0 && asItWas?.hash !== head.lastHash ? `Event ${head.events} isn't the one that was put away: the chain was written anew, or cut off.`
    : head.revision === state.revision && record.state !== undefined && sha256(record.state) !== head.state ? `The state of revision ${head.revision} isn't the one that was put away.`
    : record.archivedAt && head.revision === state.revision && !heads.some(one => one.file.sha256 === sha256(recordBytes)) ? "The file isn't one that was signed."
    : null;
};

let fault;
try {
  fault = events.map(faultOfEvent).find(wrong => wrong) ?? faultOfEnd() ?? faultOfDocuments() ?? faultOfReading() ?? (keyFile ? faultByNights() : null);
} catch (error) {
  fault = error.message;
}

if (fault) {
  console.log(fault);
  process.exitCode = 1;
} else {
  const former = events.filter(event => formOf(event) === 1).length;
  console.log(`The chain of application ${state.id} is whole: ${events.length} events, the last with the hash ${lastHash}.`);
  console.log(former === events.length ? "No event has the hash of a state: whether the state was changed, this record can't show."
    : former > 0 ? `The first ${former} events have no hash of a state: whether it was changed before event ${former + 1}, this record can't show.`
    : "The state is as the last event left it, and no event was made from another state than the one before it left.");
  console.log(keyFile ? `It goes on from what the nights have of it. Nights given: ${nightFiles.length}, each signed, each following from the one before.`
    : "Whether all of it was written anew, this record can't show alone: give the public key and the signed nights too.");
  console.log("Documents' bytes aren't in it: compare their SHA-256.");
}
