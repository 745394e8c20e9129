// Checks files of the register, and records of applications, in the reader's own browser: nothing of a file is sent anywhere. What belongs to
// a file and wasn't given with it (keys, proofs, the log's head) is fetched from this site.
'use strict';

class Fault extends Error {}
const fault = (sentence) => {
  throw new Fault(sentence);
};

const bytes = (text) => new TextEncoder().encode(text);
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));
const hex = (array) => Array.from(array, (byte) => byte.toString(16).padStart(2, '0')).join('');
const hashOfText = async (text) => hex(await sha256(bytes(text)));
const unhex = (text) =>
  /^[0-9a-f]{64}$/.test(text) ? Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16)) : fault(`“${text}” isn’t a hash.`);

// RFC 9162, 2.1.1
const hashOfLeaf = (data) => sha256(Uint8Array.of(0), bytes(data));
const hashOfNode = async (left, right) => hex(await sha256(Uint8Array.of(1), unhex(left), unhex(right)));
const leftOf = (size) => {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
};
const rootOf = async (hashes) => {
  if (hashes.length < 2) return hashes[0] ?? hashOfText('');
  const half = leftOf(hashes.length);
  return hashOfNode(await rootOf(hashes.slice(0, half)), await rootOf(hashes.slice(half)));
};

// RFC 8785. JSON.stringify writes numbers and texts as it asks for.
const canonical = (value, without = []) =>
  Array.isArray(value) ? `[${value.map((item) => canonical(item)).join()}]`
  : value !== null && typeof value === 'object'
    ? `{${Object.keys(value).filter((name) => !without.includes(name)).sort()
        .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`
  : JSON.stringify(value);

// JSON.parse keeps the last of two members with one name, and another reader the first.
const membersIn = (value) =>
  value === null || typeof value !== 'object' ? 0
  : Object.values(value).reduce((sum, item) => sum + membersIn(item), Array.isArray(value) ? 0 : Object.keys(value).length);
const read = (text, what) => {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    fault(`${what} can’t be read as JSON.`);
  }
  const named = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter((token) => token[1]).length;
  return named === membersIn(value) ? value : fault(`${what} says something twice.`);
};

const base64 = (text, what) => {
  try {
    const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    // There is one way to write the same bytes.
    if (btoa(raw).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === text) return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
  } catch {
    // Said below.
  }
  return fault(`${what} has no signature that can be read.`);
};
const opened = async (jws, keys, what) => {
  const parts = String(jws).split('.');
  if (parts.length !== 3) fault(`${what} has no signature that can be read.`);
  const decoded = (part) => new TextDecoder().decode(base64(part, what));
  const { alg, kid } = read(decoded(parts[0]), what);
  const key = keys.keys.find((one) => one.kid === kid) ?? fault(`${what} is signed by a key that isn’t among the register’s.`);
  const { kty, crv, x, y } = key;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const half = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify']);
  const signed = bytes(`${parts[0]}.${parts[1]}`);
  return alg === 'ES256' && (await crypto.subtle.verify(algorithm, half, base64(parts[2], what), signed))
    ? read(decoded(parts[1]), what)
    : fault(`${what} isn’t what the register signed.`);
};

const checkHead = async ({ size, root, at, jws }, keys) => {
  const said = await opened(jws, keys, 'The log’s head');
  if (canonical(said) !== canonical({ size, root, at })) fault(`The log’s head of ${at} isn’t the one that was signed.`);
};

const leafOf = (data, leaf) => {
  const says = read(data, `Leaf ${leaf}`);
  return canonical(says) !== data ? fault(`Leaf ${leaf} isn’t in its canonical form.`)
    : says.seq !== leaf + 1 ? fault(`Leaf ${leaf} isn’t in its place: it says that it is change ${says.seq}.`)
    : says;
};

// RFC 9162, 2.1.3.2
const checkProof = async ({ leaf, size, data, path, head }, keys) => {
  await checkHead(head, keys);
  if (size !== head.size) fault(`The proof is for a log of ${size} leaves, and its head counts ${head.size}.`);
  leafOf(data, leaf);
  let [node, last, hash] = [leaf, size - 1, hex(await hashOfLeaf(data))];
  let isWhole = leaf >= 0 && leaf < size;
  for (const neighbour of path) {
    isWhole &&= last > 0;
    if (node % 2 === 1 || node === last) {
      hash = await hashOfNode(neighbour, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = await hashOfNode(hash, neighbour);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  if (!isWhole || last !== 0 || hash !== head.root) fault(`The proof doesn’t lead from leaf ${leaf} to the log’s head.`);
};

// RFC 9162, 2.1.4.2
const checkConsistency = async ({ from, to, path }, earlier, later) => {
  let isWhole = from === earlier.size && to === later.size;
  if (from === to) {
    isWhole &&= path.length === 0 && earlier.root === later.root;
  } else {
    let [node, last] = [from - 1, to - 1];
    while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    const steps = node === 0 ? [earlier.root, ...path] : path;
    let [first, second] = [steps[0], steps[0]];
    for (const step of steps.slice(1)) {
      isWhole &&= last > 0;
      if (node % 2 === 1 || node === last) {
        [first, second] = [await hashOfNode(step, first), await hashOfNode(step, second)];
        while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
      } else {
        second = await hashOfNode(second, step);
      }
      [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    }
    isWhole &&= last === 0 && first === earlier.root && second === later.root;
  }
  if (!isWhole) fault(`The log of ${later.size} leaves doesn’t go on from the one of ${earlier.size}: it was rewritten, or forked.`);
};

const checkEntry = async (entry, leaf) => {
  if (leaf.number !== entry.number) fault(`Leaf ${leaf.seq - 1} isn’t of entry ${entry.number}.`);
  const hash = await hashOfText(canonical(entry, ['proof', 'linkedFrom']));
  if (leaf.version !== entry.version || leaf.entry !== hash) fault(`Entry ${entry.number} doesn’t say what leaf ${leaf.seq - 1} of the log recorded of it.`);
};

// An event's hash is the SHA-256 of its fields as netstrings: length in UTF-8 bytes, colon, text, comma.
const covered = ['actor', 'at', 'detail', 'event', 'form', 'hash', 'number', 'previousHash', 'stateAfter', 'stateBefore'];
const hashOfEvent = (event) => {
  const [, second, fraction = ''] = /^([^.+Z]+)(?:\.(\d+))?(?:Z|\+00:00)$/.exec(event.at) ?? fault(`“${event.at}” is no time.`);
  const { id, name, kind } = event.actor;
  const fields = [event.number, `${second}.${fraction.padEnd(7, '0')}Z`, id, name, kind, event.event, event.detail, event.previousHash];
  const all = event.form === 2 ? [2, ...fields, event.stateBefore ?? '', event.stateAfter] : fields;
  return hashOfText(all.map((field) => `${bytes(String(field)).length}:${field},`).join(''));
};
const eventsOf = (record) => record.events.map((event) => (typeof event === 'string' ? read(event, 'An event') : event));
const stateOf = (record) => (record.state === undefined ? record.application : read(record.state, 'The state'));
const checkRecord = async (record) => {
  const [events, state] = [eventsOf(record), stateOf(record)];
  let before;
  for (const [index, event] of events.entries()) {
    const [number, form] = [index + 1, event.form ?? 1];
    const isOfForm2 = form === 2;
    if (Object.keys(event).some((name) => !covered.includes(name)) || Object.keys(event.actor).sort().join() !== 'id,kind,name') fault(`Event ${number} has something that no hash covers.`);
    if (event.number !== number) fault(`Event ${number} is missing.`);
    if (event.previousHash !== (before?.hash ?? '0'.repeat(64))) fault(`Event ${number} doesn’t follow the one before it.`);
    if (form !== 1 && !isOfForm2) fault(`Event ${number} is of form ${form}, which isn’t known here.`);
    if (before && form < (before.form ?? 1)) fault(`Event ${number} is of an older form than the one before it.`);
    if (isOfForm2 === (event.stateAfter == null) || (!isOfForm2 && event.stateBefore != null)) fault(`Event ${number} should have the hash of a state by its form, or shouldn’t.`);
    if (event.hash !== (await hashOfEvent(event))) fault(`Event ${number} was changed.`);
    if (before?.stateAfter != null && before.stateAfter !== event.stateBefore) fault(`The application was changed between event ${index} and event ${number}.`);
    before = event;
  }
  if (events.length !== state.eventCount) fault(`There are ${events.length} events, and the application counts ${state.eventCount}.`);
  if (before && before.hash !== (record.lastHash ?? state.lastHash)) fault(`Event ${events.length} isn’t the one that the application had last.`);
  if (before?.form === 2 && (record.state === undefined || before.stateAfter !== (await hashOfText(record.state)))) fault(`The state isn’t as event ${events.length} left it.`);
  return `The chain of application ${state.id} is whole: ${events.length} events, and the state is as the last one left it.`;
};

// Files by their shape.
const shapes = {
  keys: ['keys'],
  proof: ['data', 'path'],
  consistency: ['from', 'to'],
  head: ['jws'],
  leaves: ['items'],
  record: ['events'],
  entry: ['number', 'title'],
};
const taken = (files, name, text) => {
  if (!text.trim().startsWith('{') && text.split('.').length === 3) {
    files.badge.push(text.trim());
    return;
  }
  const value = read(text, name);
  const [kind] = Object.entries(shapes).find(([, members]) => members.every((member) => value !== null && typeof value === 'object' && member in value))
    ?? fault(`${name} is nothing that can be checked here.`);
  files[kind].push(value);
};

const fetched = async (address) => {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.text() : null;
};
const readAt = async (address, what, otherwise) => read((await fetched(address)) ?? fault(otherwise), what);
const headNow = () => readAt('/api/register/log/head', 'The log’s head', 'The log’s head can’t be fetched.');
const numberOf = (proof) => {
  try {
    return JSON.parse(proof.data).number;
  } catch {
    // The proof itself is found wrong.
    return undefined;
  }
};
const judge = async (given, say) => {
  const files = { badge: [], ...Object.fromEntries(Object.keys(shapes).map((kind) => [kind, []])) };
  const checked = async (check) => {
    try {
      await check();
    } catch (failure) {
      // Anything else is what a value of another type does.
      say(false, failure instanceof Fault ? failure.message : `Something hasn’t the shape that it should have (${failure.message}).`);
    }
  };
  for (const { name, text } of given) await checked(() => taken(files, name, text));
  for (const record of files.record) await checked(async () => say(true, await checkRecord(record)));
  const newer = files.record.filter((record) => files.record.some((kept) => kept !== record && stateOf(kept).id === stateOf(record).id && kept.exportedAt < record.exportedAt));
  for (const record of newer) {
    await checked(() => {
      for (const kept of files.record.filter((one) => stateOf(one).id === stateOf(record).id && one.exportedAt < record.exportedAt)) {
        const [events, before] = [eventsOf(record), eventsOf(kept)];
        if (events.length < before.length) fault(`The later record has ${events.length} events, and the earlier one has ${before.length}: it was cut off.`);
        if (before.some((event, index) => event.hash !== events[index].hash)) fault('The later record doesn’t go on from the earlier one: it was written anew.');
      }
    });
  }
  if (Object.entries(files).every(([kind, some]) => kind === 'record' || kind === 'keys' || some.length === 0)) return;

  const keys = files.keys[0] ?? (await readAt('/.well-known/jwks.json', 'The keys', 'The register’s keys can’t be fetched.'));
  for (const entry of files.entry) {
    if (files.leaves.length > 0 || files.proof.some((proof) => numberOf(proof) === entry.number)) continue;
    await checked(async () => {
      files.proof.push(await readAt(`/api/register/${Number(entry.number)}/proof`, 'The proof', `This register has no entry ${entry.number}.`));
    });
  }
  for (const proof of files.proof) {
    await checked(async () => {
      await checkProof(proof, keys);
      say(true, `Leaf ${proof.leaf} is in the log of ${proof.size} leaves that the register signed.`);
    });
  }
  for (const head of files.head) {
    await checked(async () => {
      await checkHead(head, keys);
      say(true, `The log’s head of ${head.at}, with ${head.size} leaves, is signed by the register.`);
    });
  }

  // A head that somebody kept is held against the log as it is now.
  if (files.head.length === 1 && files.leaves.length === 0 && files.proof.length === 0) {
    await checked(async () => files.head.push(await headNow()));
  }
  let leaves = [];
  await checked(async () => {
    const first = (some) => JSON.parse(some.items[0] ?? '{"seq":0}').seq;
    const texts = files.leaves.sort((one, other) => first(one) - first(other)).flatMap((some) => some.items);
    const said = texts.map(leafOf);
    const hashes = await Promise.all(texts.map(async (text) => hex(await hashOfLeaf(text))));
    const heads = [...files.head, ...files.proof.map((proof) => proof.head)];
    if (texts.length === 0) return;
    if (heads.length === 0) heads.push(await headNow());
    for (const head of heads) {
      await checkHead(head, keys);
      if (head.size > texts.length) fault(`The head of ${head.at} counts ${head.size} leaves, and there are ${texts.length}: some are missing.`);
      if ((await rootOf(hashes.slice(0, head.size))) !== head.root) fault(`The first ${head.size} leaves aren’t those of the head of ${head.at}: one was changed.`);
    }
    const most = Math.max(...heads.map((head) => head.size));
    if (most < texts.length) fault(`There are ${texts.length} leaves, and the latest head counts ${most}.`);
    leaves = said;
    say(true, `All ${texts.length} leaves of the log are there, each as it was signed.`);
  });
  const inTime = [...files.head, ...files.proof.map((proof) => proof.head)].sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.size - other.size);
  for (const [index, later] of inTime.entries()) {
    const earlier = inTime[index - 1];
    if (!earlier) continue;
    if (earlier.size === later.size && earlier.root === later.root) {
      if (files.head.includes(later)) say(true, `Nothing was added to the log of ${earlier.at} since.`);
      continue;
    }
    await checked(async () => {
      if (later.size < earlier.size) fault(`The log had ${earlier.size} leaves at ${earlier.at}, and ${later.size} at ${later.at}: it was cut off.`);
      if (earlier.size > 0 && leaves.length === 0) {
        const given = files.consistency.find(({ from, to }) => from === earlier.size && to === later.size);
        const shown = given ?? (await readAt(`/api/register/log/consistency?from=${earlier.size}&to=${later.size}`, 'The proof', 'The log can’t show that it only added to what it was.'));
        await checkConsistency(shown, earlier, later);
      }
      say(true, `The log of ${later.at} only adds to the one of ${earlier.at}.`);
    });
  }
  for (const entry of files.entry) {
    await checked(async () => {
      const proof = files.proof.find((one) => numberOf(one) === entry.number);
      const last = leaves.findLast((leaf) => leaf.number === entry.number);
      if (!proof && !last) return;
      if (proof) await checkEntry(entry, leafOf(proof.data, proof.leaf));
      if (last) await checkEntry(entry, last);
      say(true, `Entry ${entry.number}, version ${entry.version}, says what the log recorded of it.`);
    });
  }
  for (const badge of files.badge) {
    await checked(async () => {
      const { credentialSubject: achievement } = await opened(badge, keys, 'The badge');
      say(true, `The badge of “${achievement.name}”, version ${achievement.version}, is signed by the register.`);
      const entry = files.entry.find((one) => achievement.id.endsWith(`/register/${one.number}`));
      if (entry && (entry.title !== achievement.name || String(entry.version) !== achievement.version || entry.credits !== achievement.creditsAvailable)) {
        fault(`The badge of entry ${entry.number} says something else than the entry.`);
      }
    });
  }
};

const area = document.querySelector('[data-verify]');
const list = document.querySelector('[data-verdicts]');
const show = (isRight, sentence) => {
  const line = document.createElement('li');
  const tag = document.createElement('strong');
  tag.className = `govuk-tag ${isRight ? 'govuk-tag--green' : 'govuk-tag--red'}`;
  tag.textContent = isRight ? 'Holds' : 'Wrong';
  line.append(tag, ` ${sentence}`);
  list.append(line);
};
const check = async (given) => {
  list.replaceChildren();
  list.setAttribute('aria-busy', 'true');
  try {
    await judge(await given(), show);
  } catch (failure) {
    show(false, failure instanceof Fault ? failure.message : `This couldn’t be checked (${failure.message}).`);
  }
  if (list.children.length === 0) show(false, 'There is nothing here that can be checked.');
  list.removeAttribute('aria-busy');
};
const checkFiles = (files) => check(() => Promise.all(Array.from(files, async (file) => ({ name: file.name, text: await file.text() }))));

if (window.isSecureContext) {
  area.hidden = false;
  const input = area.querySelector('input');
  input.addEventListener('change', () => checkFiles(input.files));
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) checkFiles(event.dataTransfer.files);
  });
  const number = new URLSearchParams(location.search).get('entry');
  if (/^\d+$/.test(number)) {
    check(async () => [{ name: `Entry ${number}`, text: (await fetched(`/api/register/${number}`)) ?? fault(`This register has no entry ${number}.`) }]);
  }
} else {
  show(false, 'A browser checks signatures only on a page that came by HTTPS.');
}
