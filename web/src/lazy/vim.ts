// Vim's keys, fetched where they are chosen.
export { Vim, getCM, vim } from "@replit/codemirror-vim";
