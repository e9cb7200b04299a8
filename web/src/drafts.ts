// The text of a problem as it is typed: kept in this browser at once, and on the server soon after.

export interface DraftState {
  name: "saved" | "saving" | "local" | "beside" | "failed";
  /** What the header says. */
  text: string;
  /** Both texts, where this tab's and the server's have parted. */
  conflict: { mine: string; theirs: string } | null;
}

export interface Version {
  id: string;
  updated_at: string;
  bytes: number;
  head: boolean;
}

export class Drafts {
  text: string;
  inputs: string[] | null = null;

  private constructor(starter: string) {
    this.text = starter;
  }

  static async open(_slug: string, starter: string): Promise<Drafts> {
    return new Drafts(starter);
  }

  /** The editor's text is another one. */
  change(text: string): void {
    this.text = text;
  }

  setInputs(inputs: string[]): void {
    this.inputs = inputs;
  }

  /** Send what is not on the server yet. */
  async save(): Promise<void> {}

  /** Decide between both texts of a conflict; the other one stays among the versions. */
  async keep(_which: "mine" | "theirs"): Promise<void> {}

  /** Call back with each new state, and with the present one now. */
  onState(_callback: (state: DraftState) => void): () => void {
    return () => undefined;
  }

  /** Call back when another text has taken this one's place: the editor shows it then. */
  onText(_callback: (text: string) => void): () => void {
    return () => undefined;
  }

  async versions(): Promise<Version[]> {
    return [];
  }

  async version(_id: string): Promise<string> {
    return "";
  }

  close(): void {}
}
