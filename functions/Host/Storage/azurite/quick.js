// Azurite keeps its rows in LokiJS, which searches by the first property of a query only, mostly the account's name that all rows share,
// and which sorts every index anew for each change of a list of rows, be it empty, as with nearly each look for messages. Both cost more
// with every row that is kept. Here the answers are the same without that.
const { Collection } = require('lokijs');

const { prototype: Resultset } = new Collection('').chain().constructor;
const { find } = Resultset;
Resultset.find = function (query, firstOnly) {
  return find.call(this, this.filterInitialized ? query : narrowestFirst(this.collection, query), firstOnly);
};

const { prototype: Rows } = Collection;
for (const change of ['update', 'remove']) {
  const one = Rows[change];
  Rows[change] = function (rows) {
    return Array.isArray(rows) ? rows.forEach(row => one.call(this, row)) : one.call(this, rows);
  };
}
Rows.removeBatchByPositions = function (positions) {
  this.remove(positions.map(position => this.data[position]));
};

function narrowestFirst(collection, query) {
  const indexed = Object.keys(query ?? {}).filter(name => name in collection.binaryIndices && typeof query[name] === 'string');
  if (indexed.length < 2 || collection.data.length === 0) return query;
  const [narrowest] = indexed.map(name => ({ name, rows: rowsWith(collection, name, query[name]) })).sort((a, b) => a.rows - b.rows);
  return { [narrowest.name]: query[narrowest.name], ...query };
}

function rowsWith(collection, name, value) {
  const [first, last] = collection.calculateRange('$eq', name, value);
  return last - first + 1;
}
