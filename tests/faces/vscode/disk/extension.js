// Folders of the machine as the scheme `disk`, over the test's static server.

const vscode = require("vscode");

const TYPES = { file: vscode.FileType.File, folder: vscode.FileType.Directory };

class Disk {
  constructor(origin) {
    this.origin = origin;
    this.onDidChangeFile = new vscode.EventEmitter().event;
  }

  async ask(operation, uri, body) {
    const query = new URLSearchParams({ operation, path: uri.path });
    const answer = await fetch(`${this.origin}/disk?${query}`, { method: body ? "POST" : "GET", body });
    if (!answer.ok) throw vscode.FileSystemError.FileNotFound(uri);
    return answer;
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  async stat(uri) {
    const { type, ...rest } = await (await this.ask("stat", uri)).json();
    return { type: TYPES[type], ...rest };
  }

  async readDirectory(uri) {
    const found = await (await this.ask("list", uri)).json();
    return found.map(([name, type]) => [name, TYPES[type]]);
  }

  async readFile(uri) {
    return new Uint8Array(await (await this.ask("read", uri)).arrayBuffer());
  }

  async writeFile(uri, content) {
    await this.ask("write", uri, content);
  }

  createDirectory() {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete() {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename() {
    throw vscode.FileSystemError.NoPermissions();
  }
}

/** Answers a debugger's requests, and writes down what it was asked to start. */
class Debugger {
  constructor(configuration, note) {
    this.sent = new vscode.EventEmitter();
    this.onDidSendMessage = this.sent.event;
    this.configuration = configuration;
    this.note = note;
  }

  handleMessage(message) {
    if (message.type !== "request") return;
    const answer = { type: "response", request_seq: message.seq, command: message.command, success: true, seq: 0 };
    this.sent.fire({ ...answer, body: { threads: [], breakpoints: [], supportsConfigurationDoneRequest: true } });
    if (message.command === "initialize") this.sent.fire({ type: "event", event: "initialized", seq: 0 });
    if (message.command !== "launch") return;
    const places = vscode.debug.breakpoints.map((one) => [one.location.uri.path, one.location.range.start.line]);
    void this.note({ configuration: this.configuration, breakpoints: places });
  }

  dispose() {}
}

exports.activate = async function (context) {
  const origin = context.extensionUri.with({ path: "", query: "", fragment: "" }).toString(true).replace(/\/$/, "");
  const disk = new Disk(origin);
  const note = (what) => disk.writeFile(vscode.Uri.parse("disk:/notes/debug.json"), JSON.stringify(what));
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider("disk", disk, { isCaseSensitive: true }),
    vscode.workspace.registerFileSystemProvider("vscode-vfs", disk, { isCaseSensitive: true }),
    vscode.debug.registerDebugAdapterDescriptorFactory("debugpy", {
      createDebugAdapterDescriptor: (session) =>
        new vscode.DebugAdapterInlineImplementation(new Debugger(session.configuration, note)),
    }),
  );
  const settings = await (await fetch(`${origin}/settings`)).json();
  await set(settings);
  void followOrders(`${origin}/orders?window=${context.extensionUri.path.split("/").pop()}`);
};

/** Do what a test says, which a person does by many keys; the keys that matter the tests press. */
async function followOrders(address) {
  let done = "";
  for (;;) {
    const order = await (await fetch(address + done)).json();
    if (order.close) await closeAll();
    if (order.set) await set(order.set);
    if (order.open) {
      await vscode.window.showTextDocument(vscode.Uri.parse("disk:/work").with({ path: `/work/${order.open}` }));
    }
    done = Object.keys(order).length > 0 ? "&done=1" : "";
  }
}

/** Make settings the person's own; null is the default. */
async function set(settings) {
  for (const [name, value] of Object.entries(settings)) {
    await vscode.workspace.getConfiguration().update(name, value ?? undefined, vscode.ConfigurationTarget.Global);
  }
}

async function closeAll() {
  for (let left = 20; left > 0 && vscode.window.tabGroups.all.some((group) => group.tabs.length > 0); left--) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("notifications.clearAll");
}
