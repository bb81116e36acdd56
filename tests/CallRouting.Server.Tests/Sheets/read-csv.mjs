// Reads CSV as npm's csv-parse understands it and says the rows as JSON, fields as they stand.
// node read-csv.mjs FOLDER-WITH-node_modules < file.csv
import { createRequire } from "node:module";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

const { parse } = createRequire(join(process.argv[2], "package.json"))("csv-parse/sync");
const rows = parse(await buffer(process.stdin), { bom: true, delimiter: ";", relax_column_count: true });
process.stdout.write(JSON.stringify(rows));
