// Asks the server, with the page's secret in every request.
const SECRET = "judge.page_secret";

/** An answer that is no success; status 0: there was no answer. `problem` is its document. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly problem: Record<string, unknown> = {},
    readonly retryAfter: number | null = null,
  ) {
    super(detail);
  }
}

export interface Options {
  method?: string;
  body?: unknown;
  /** The body as JSON already: what a browser reads and writes again loses digits. */
  json?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** The request outlives the page; such a body has at most 64 KiB. */
  keepalive?: boolean;
}

/** Called when the server no longer knows this browser. */
const signedOut = new Set<() => void>();

export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

export function keepSecret(secret: string | null): void {
  if (secret === null) localStorage.removeItem(SECRET);
  else localStorage.setItem(SECRET, secret);
}

/** Ask for `path`; throws `ApiError` for what is no success, and passes an abort on. */
export async function request(path: string, options: Options = {}): Promise<Response> {
  const { body, json, headers, ...rest } = options;
  const text = json ?? (body === undefined ? undefined : JSON.stringify(body));
  const sent: Record<string, string> = {
    "X-Judge-Page": localStorage.getItem(SECRET) ?? "",
    ...headers,
  };
  if (text !== undefined) sent["Content-Type"] = "application/json";
  let answer: Response;
  try {
    answer = await fetch(path, {
      ...rest,
      headers: sent,
      redirect: "error",
      ...(text === undefined ? {} : { body: text }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "The server does not answer.");
  }
  if (answer.ok) return answer;
  throw await refusal(answer);
}

async function refusal(answer: Response): Promise<ApiError> {
  let problem: Record<string, unknown> = {};
  try {
    problem = (await answer.json()) as Record<string, unknown>;
  } catch {
    // A proxy's own page: its status is all there is.
  }
  const detail = typeof problem.detail === "string" ? problem.detail : `status ${answer.status}`;
  const seconds = Number(answer.headers.get("Retry-After") ?? "");
  if (answer.status === 401) for (const listener of signedOut) listener();
  return new ApiError(answer.status, detail, problem, seconds > 0 ? seconds : null);
}

/** Ask for `path` and return its document; null where the answer has none. */
export async function api<T>(path: string, options: Options = {}): Promise<T> {
  const answer = await request(path, options);
  if (answer.status === 204) return null as T;
  const type = answer.headers.get("Content-Type") ?? "";
  return (type.includes("json") ? await answer.json() : await answer.text()) as T;
}

/** Return a path below `/v1` with each part escaped. */
export function under(...parts: string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join("/")}`;
}

/** What to tell a person of an error. */
export function told(error: unknown): string {
  return error instanceof ApiError ? error.detail : String((error as Error)?.message ?? error);
}

/** Have the browser save an answer as a file. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
