// The language of database problems, fetched where one is opened.
export { SQLite, sql } from "@codemirror/lang-sql";
