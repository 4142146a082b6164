// Walks every page of studies and outcomes and prints what it found as JSON: npm run walk -- http://localhost:5000
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/evidence.js";

type Problem = components["schemas"]["Problem"];
type Page<Row> = { data: Row[]; page: components["schemas"]["PageInfo"] };
type Answer<Row> = { data?: Page<Row>; error?: Problem };

const client = createClient<paths>({ baseUrl: process.argv[2] ?? "http://localhost:5000" });

async function walk<Row>(ask: (place: { cursor?: string }) => Promise<Answer<Row>>, key: (row: Row) => string) {
  const keys = new Set<string>();
  let rows = 0;
  let pages = 0;
  let total = 0;
  let cursor: string | undefined;
  do {
    const { data, error } = await ask(cursor === undefined ? {} : { cursor });
    if (data === undefined) throw new Error(error?.detail ?? "The service answered nothing.");
    for (const row of data.data) keys.add(key(row));
    rows += data.data.length;
    pages += 1;
    total = data.page.total;
    cursor = data.page.nextCursor;
  } while (cursor !== undefined);
  return { pages, rows, distinct: keys.size, total };
}

const studies = await walk(
  (place) => client.GET("/v1/studies", { params: { query: { limit: 7, ...place } } }),
  (study) => study.id,
);

const outcomes = await walk(
  (place) => client.GET("/v1/outcomes", { params: { query: { limit: 100, sort: ["-year", "study"], ...place } } }),
  (row) => [row.study, row.outcome, row.arm].join("/"),
);

const { data: study } = await client.GET("/v1/studies/{id}", { params: { path: { id: "zarate-2006" } } });
const { error: refused } = await client.GET("/v1/studies", { params: { query: { limit: 5000 } } });
const { data: csv } = await client.GET("/v1/studies.csv", { params: { query: { design: ["randomized-crossover"] } }, parseAs: "text" });

console.log(JSON.stringify({
  studies,
  outcomes,
  title: study?.title,
  refused: refused?.errors?.map((error) => error.parameter),
  header: csv?.split("\n")[0],
}));
