// What this browser keeps: the texts in IndexedDB, each written to the disk before it counts.
import type { Mine } from "./choose";

const DATABASE = "judge";
const TEXTS = "drafts";
const PROBLEMS = "problems";

/** A text of a problem. Each tab has its own, so that no tab writes over another's. */
export interface Kept extends Mine {
  slug: string;
  /** When it was typed, in milliseconds since 1970. */
  at: number;
  /** No tab goes on with it: it is to become a version on the server, and that is all. */
  apart?: boolean;
}

export class Store {
  private constructor(private readonly database: IDBDatabase) {}

  /** Open it; throws where this browser keeps nothing. */
  static open(): Promise<Store> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(TEXTS, { keyPath: ["slug", "client"] });
        request.result.createObjectStore(PROBLEMS, { keyPath: "slug" });
      };
      request.onsuccess = () => {
        // Another version of the page wants to change it: this one must not stand in the way.
        request.result.onversionchange = () => request.result.close();
        resolve(new Store(request.result));
      };
      request.onerror = () => reject(request.error ?? new Error("no storage"));
      request.onblocked = () => reject(new Error("another tab holds the storage"));
    });
  }

  /** Write a text; it survives the end of this browser from then on. */
  put(kept: Kept): Promise<void> {
    return this.change(TEXTS, (store) => store.put(kept));
  }

  drop(slug: string, client: string): Promise<void> {
    return this.change(TEXTS, (store) => store.delete([slug, client]));
  }

  /** The texts of a problem, the newest first. */
  async all(slug: string): Promise<Kept[]> {
    // An array sorts after every text.
    const found = await this.read<Kept[]>(TEXTS, (store) =>
      store.getAll(IDBKeyRange.bound([slug], [slug, []])),
    );
    return found.sort((one, other) => other.at - one.at);
  }

  putProblem(problem: { slug: string }): Promise<void> {
    return this.change(PROBLEMS, (store) => store.put(problem));
  }

  problem(slug: string): Promise<unknown> {
    return this.read(PROBLEMS, (store) => store.get(slug));
  }

  private change(name: string, work: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      // Begun at once: what is under way when the tab ends is finished all the same.
      const transaction = this.database.transaction(name, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error ?? new Error("not written"));
      transaction.onabort = () => reject(transaction.error ?? new Error("not written"));
      work(transaction.objectStore(name));
      // Left to itself it would commit only after its answer came back here, to a page that may be dead.
      transaction.commit();
    });
  }

  private read<T>(name: string, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const request = work(this.database.transaction(name).objectStore(name));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("not read"));
    });
  }
}

let opened: Promise<Store> | null = null;

/** The one connection of this page; null where this browser keeps nothing. */
export async function store(): Promise<Store | null> {
  opened ??= Store.open();
  try {
    return await opened;
  } catch {
    opened = null;
    return null;
  }
}

/** Remember a problem for when the server is away. */
export async function rememberProblem(problem: { slug: string }): Promise<void> {
  await (await store())?.putProblem(problem).catch(() => undefined);
}

/** The problem as it was last shown; null where it never was. */
export async function rememberedProblem<T>(slug: string): Promise<T | null> {
  const found = await (await store())?.problem(slug).catch(() => null);
  return (found as T | undefined) ?? null;
}
