// Signing in: a one-time code from the address, or an issued token.
import { Fragment, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api, keepSecret, told } from "./api";
import { leaves } from "./paths";

interface Begun {
  page_secret: string;
}

/** Read the code from the address and take it out of address and history, at once. */
export function arrival(): { code: string | null; to: string } {
  const wanted = new URLSearchParams(location.search).get("to") ?? "/";
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  history.replaceState(null, "", "/login");
  return { code, to: leaves(wanted) ? "/" : wanted };
}

export function Login({ code, to }: { code: string | null; to: string }) {
  const [token, setToken] = useState("");
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(code !== null);
  const begin = async (body: { code: string } | { token: string }) => {
    setBusy(true);
    try {
      keepSecret((await api<Begun>("/login", { method: "POST", body })).page_secret);
      location.replace(to);
    } catch (error) {
      setFault(told(error));
      setBusy(false);
    }
  };
  useEffect(() => {
    if (code !== null) void begin({ code });
  }, []);
  if (busy) return <p role="status">Signing in ...</p>;
  return (
    <Fragment>
      <h1>Sign in</h1>
      {fault !== "" && <p role="alert">{fault}</p>}
      <p>
        On your own machine, run <code>judge open</code>.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void begin({ token });
        }}
      >
        <label for="token">Or use a token that the host has given you</label>
        <input
          id="token"
          type="password"
          autocomplete="off"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        <button type="submit" disabled={token.trim() === ""}>
          Sign in
        </button>
      </form>
    </Fragment>
  );
}
