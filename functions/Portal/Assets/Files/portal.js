// Makes pages handier. Everything works without it.
'use strict';

// Keeps what is typed into a form in this tab until the server says that it is saved, so that a lost connection or a closed window costs
// nothing. A page may have several: what is typed into the others outlives the sending of one.
const sent = sessionStorage.getItem('sent');
if (sent && new URLSearchParams(location.search).has('done')) sessionStorage.removeItem(sent);
sessionStorage.removeItem('sent');
for (const form of document.querySelectorAll('form[data-autosave]')) {
  const key = `typed:${location.pathname}#${form.id}`;
  const isTyped = (field) => field.name && field.type !== 'hidden' && field.type !== 'submit';
  const values = () =>
    [...form.elements].filter(isTyped).map((field) => (field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value));
  const revision = form.elements['revision'];
  const shown = JSON.stringify(values());
  const kept = JSON.parse(sessionStorage.getItem(key));
  const cameBack = (sent === key || !sent) && document.querySelector('.govuk-error-summary') !== null;
  if (kept && JSON.stringify(kept.values) !== shown && !cameBack) {
    const fields = [...form.elements].filter(isTyped);
    if (kept.values.length === fields.length) {
      fields.forEach((field, index) => {
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = kept.values[index];
        else field.value = kept.values[index];
      });
      // Where somebody saved since, the server has to say so.
      if (revision) revision.value = kept.revision;
      const note = document.createElement('p');
      note.className = 'govuk-inset-text';
      note.setAttribute('role', 'status');
      note.textContent = 'What you typed here before, and didn’t save, is back.';
      form.before(note);
    }
  }
  form.addEventListener('submit', () => sessionStorage.setItem('sent', key));
  form.addEventListener('input', () => sessionStorage.setItem(key, JSON.stringify({ revision: revision?.value, values: values() })));
}

// Sends each chosen or dropped file at once, by itself, with a bar that shows how far it is.
const upload = document.querySelector('form[enctype="multipart/form-data"][data-each]');
if (upload) {
  let token = upload.elements['form-token'].value;
  let queue = Promise.resolve();

  const send = (name, file, list) =>
    new Promise((done) => {
      const item = document.createElement('li');
      const bar = document.createElement('progress');
      const said = document.createElement('span');
      bar.max = 1;
      bar.value = 0;
      bar.setAttribute('aria-label', file.name);
      said.setAttribute('role', 'status');
      said.textContent = ` ${file.name}: being sent`;
      item.append(bar, said);
      list.append(item);

      const body = new FormData();
      body.append('form-token', token);
      body.append(name, file);
      const request = new XMLHttpRequest();
      request.open('POST', upload.action);
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) bar.value = event.loaded / event.total;
      };
      request.onload = () => {
        const page = new DOMParser().parseFromString(request.responseText, 'text/html');
        const refusals = [...page.querySelectorAll('.govuk-error-summary__list li, main .govuk-body-l')].map((one) => one.textContent.trim());
        const isTaken = request.status < 400;
        token = page.querySelector('form[data-each] input[name="form-token"]')?.value ?? token;
        bar.hidden = true;
        said.textContent = isTaken ? `${file.name}: uploaded` : `${file.name}: not taken. ${request.status === 401 ? 'Sign in again in a new tab, then choose it again.' : refusals.join(' ')}`;
        item.className = isTaken ? '' : 'govuk-error-message';
        const documents = page.querySelector('#documents');
        if (documents) document.querySelector('#documents').replaceWith(documents);
        done();
      };
      request.onerror = () => {
        bar.hidden = true;
        said.textContent = `${file.name}: the connection broke. Choose it again.`;
        item.className = 'govuk-error-message';
        done();
      };
      request.send(body);
    });

  for (const input of upload.querySelectorAll('input[type="file"]')) {
    const group = input.closest('.govuk-form-group');
    const list = document.createElement('ul');
    list.className = 'govuk-list uploads';
    group.append(list);
    const take = (files) => {
      for (const file of files) queue = queue.then(() => send(input.name, file, list));
    };
    input.addEventListener('change', () => {
      take([...input.files]);
      input.value = '';
    });
    group.addEventListener('dragover', (event) => {
      event.preventDefault();
      group.classList.add('drop');
    });
    group.addEventListener('dragleave', () => group.classList.remove('drop'));
    group.addEventListener('drop', (event) => {
      event.preventDefault();
      group.classList.remove('drop');
      take([...event.dataTransfer.files]);
    });
  }
  upload.querySelector('button[type="submit"]').hidden = true;
}

// Narrows a table to the rows with the words that are typed.
for (const table of document.querySelectorAll('table[data-filter]')) {
  const group = document.createElement('div');
  const label = document.createElement('label');
  const input = document.createElement('input');
  const count = document.createElement('p');
  const rows = [...table.tBodies[0].rows];
  group.className = 'govuk-form-group';
  label.className = 'govuk-label';
  label.textContent = 'Show only lines with these words';
  label.htmlFor = input.id = `${table.id || 'table'}-filter`;
  input.className = 'govuk-input govuk-input--width-20';
  input.type = 'search';
  count.className = 'govuk-hint';
  count.setAttribute('role', 'status');
  group.append(label, input, count);
  table.before(group);
  input.addEventListener('input', () => {
    const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLocaleLowerCase().includes(word));
    count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} lines on this page`;
  });
}

// The error summary is what somebody needs to hear first.
document.querySelector('.govuk-error-summary')?.focus();
