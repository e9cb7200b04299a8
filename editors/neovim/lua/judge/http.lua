-- Requests to the judge's server, made with curl: nothing blocks, and a server of this machine is
-- started when the first request finds none.
local files = require("judge.files")
local view = require("judge.view")

local M = {}

--- `server` is an address that a person has set; `command` starts the judge of this machine.
M.config = { command = { "judge" }, server = nil, auto_start = true }

-- curl's exit status where nobody listens at the address (curl(1), EXIT CODES).
local REFUSED = 7
local START_SECONDS = 120
local REQUEST_SECONDS = 90
-- A server that answers so has room in a moment.
local READY, MOST_REFUSALS = { [429] = true, [503] = true }, 5
local FIRST_PAUSE, LONGEST_PAUSE, MOST_TRIES = 250, 5000, 24

--- Whether an address is this machine's own.
function M.is_loopback(url)
  local host = url:match("^https?://(%[[^%]]+%])") or url:match("^https?://([^/:]+)")
  return host == "127.0.0.1" or host == "localhost" or host == "[::1]"
end

--- Return the server's address, and whether it is the one that this plug-in may start. There is no
--- default: who listens at the judge's usual port may be a stranger, and would get token and source.
function M.address()
  local set = M.config.server or vim.env.JUDGE_SERVER
  if set and set ~= "" then
    return (set:gsub("/+$", "")), false
  end
  local found = files.server_file()
  -- The file names a server of this machine; another address in it is nobody's we know.
  if found and M.is_loopback(found.url) then
    return (found.url:gsub("/+$", "")), true
  end
  return nil, true
end

local starting

--- Start the server unless it runs; call `done` with its address, or with nil and why not.
function M.ensure(done)
  if starting then
    starting[#starting + 1] = done
    return
  end
  starting = { done }
  local function finish(url, why)
    local all = starting
    starting = nil
    for _, one in ipairs(all) do
      one(url, why)
    end
  end
  local command = vim.list_extend(vim.deepcopy(M.config.command), { "serve", "--ensure", "--json" })
  command[1] = vim.fn.expand(command[1])
  if not M.config.auto_start then
    finish(nil, ("no judge runs on this machine; start it: %s serve"):format(command[1]))
    return
  elseif vim.fn.executable(command[1]) == 0 then
    local how = "see :help judge-command"
    finish(nil, ("there is no command `%s`; %s"):format(command[1], how))
    return
  end
  view.say("starting the server")
  local options = { text = true, timeout = START_SECONDS * 1000 }
  vim.system(command, options, vim.schedule_wrap(function(ended)
    local read, answer = pcall(vim.json.decode, vim.trim(ended.stdout or ""))
    local said = vim.trim(ended.stderr or ""):match("[^\n]*$"):gsub("^judge: ", "")
    if ended.code == 0 and read and type(answer) == "table" and type(answer.url) == "string" then
      if said ~= "" then
        view.say(said, vim.log.levels.WARN)
      end
      finish((answer.url:gsub("/+$", "")))
    else
      finish(nil, said ~= "" and said or "the server did not start; see :Judge log")
    end
  end))
end

local function quoted(text)
  return '"' .. text:gsub('[\\"]', "\\%0"):gsub("%c", "") .. '"'
end

--- Return curl's configuration. It goes in by a pipe: arguments can be read by everybody.
local function configuration(url, asked, body_file)
  local local_server = M.is_loopback(url)
  local token = files.token(local_server)
  local lines = {
    "url = " .. quoted(url .. asked.path),
    "request = " .. quoted(asked.method or "GET"),
    "header = " .. quoted("Accept: " .. (asked.accept or "application/json")),
    'header = "Expect:"',
    'proto = "=http,https"',
    "silent",
    "show-error",
    "no-buffer",
    "connect-timeout = 5",
    'write-out = "%{stderr}\\n%{http_code}"',
  }
  local function add(name, value)
    lines[#lines + 1] = name .. " = " .. quoted(value)
  end
  if token then
    add("header", "Authorization: Bearer " .. token)
  end
  if local_server then
    -- A proxy of the environment has no way back to this machine.
    add("noproxy", "*")
  end
  for name, value in pairs(asked.headers or {}) do
    add("header", name .. ": " .. value)
  end
  if body_file then
    add("header", "Content-Type: application/json")
    -- curl 7.88 reads at most 100 KB of a line here, so the body lies in a file.
    add("data-binary", "@" .. body_file)
  end
  if asked.on_text then
    -- A stream has a comment every 15 seconds.
    lines[#lines + 1] = "speed-limit = 1"
    lines[#lines + 1] = "speed-time = 60"
  else
    lines[#lines + 1] = "max-time = " .. REQUEST_SECONDS
  end
  return table.concat(lines, "\n") .. "\n"
end

local function body_file_of(body)
  if not body then
    return nil
  end
  local path = vim.fn.tempname() -- its folder is of mode 0700
  local written, why = files.write(path, body)
  return written and path or error(why, 0)
end

--- Ask an address once. `done` gets {status, text, exit, error}; status is 0 without an answer.
local function ask(url, asked, done, handle)
  local body_file = body_file_of(asked.body)
  local function finish(ended)
    if body_file then
      os.remove(body_file)
    end
    if handle.closed then
      return
    end
    local words, status = (ended.stderr or ""):match("^(.*)\n(%d+)$")
    done({
      status = tonumber(status) or 0,
      text = ended.stdout or "",
      exit = ended.code,
      error = vim.trim(words or ended.stderr or ""),
    })
  end
  local options = { stdin = configuration(url, asked, body_file) }
  if asked.on_text then
    -- This runs off the main loop.
    options.stdout = vim.schedule_wrap(function(_, chunk)
      if chunk and not handle.closed then
        asked.on_text(chunk)
      end
    end)
  end
  -- -q: a .curlrc may hold proxies and redirects.
  local command = { "curl", "-q", "--config", "-" }
  local started, process = pcall(vim.system, command, options, vim.schedule_wrap(finish))
  if started then
    handle.process = process
  else
    finish({ code = -1, stderr = "curl cannot be started; see :checkhealth judge" })
  end
end

--- Ask the server, started if need be. Return a handle: handle:close() gives the answer up.
---
--- `asked` has path, method, body, accept, headers; with `on_text` the answer comes in pieces.
function M.request(asked, done)
  local handle = {}
  function handle.close()
    handle.closed = true
    if handle.process then
      pcall(handle.process.kill, handle.process, "sigterm")
    end
  end
  local function start_and_ask()
    M.ensure(function(url, why)
      if handle.closed then
        return
      elseif not url then
        done({ status = 0, text = "", exit = -1, error = why })
      elseif not M.is_loopback(url) then
        done({ status = 0, text = "", exit = -1, error = "the judge gave a strange address" })
      else
        ask(url, asked, done, handle)
      end
    end)
  end
  local url, ours = M.address()
  if not url then
    start_and_ask()
  elseif not url:match("^https?://[^@%s\"\\]+$") then
    done({ status = 0, text = "", exit = -1, error = "no address of a server: " .. url })
  else
    ask(url, asked, function(answer)
      if answer.exit == REFUSED and ours and M.config.auto_start then
        start_and_ask()
      else
        done(answer)
      end
    end, handle)
  end
  return handle
end

--- Return what an answer of JSON holds; nil for anything else.
function M.decoded(answer)
  local read, found = pcall(vim.json.decode, answer.text, { luanil = { object = true } })
  return read and type(found) == "table" and found or nil
end

--- Return one sentence that says why an answer is no success.
function M.fault(answer)
  if answer.status == 0 then
    local why = answer.error ~= "" and answer.error or "no answer"
    local url = M.address()
    return (url and url .. ": " or "") .. why:gsub("^curl: %(%d+%) ", "")
  end
  local document = M.decoded(answer) or {}
  local words = document.detail or document.title or ("status " .. answer.status)
  if answer.status == 401 then
    words = "the server refuses the token (" .. words .. "); see :checkhealth judge"
  end
  local near = type(document.near) == "table" and table.concat(document.near, ", ") or ""
  return tostring(words) .. (near ~= "" and " (near: " .. near .. ")" or "")
end

--- Split a stream of server-sent events; return a function that takes its pieces. A piece ends
--- anywhere.
local function event_reader(on_event)
  local rest = ""
  return function(chunk)
    rest = (rest .. chunk):gsub("\r\n", "\n")
    while true do
      local first, last = rest:find("\n\n", 1, true)
      if not first then
        return
      end
      local fields = {}
      for line in vim.gsplit(rest:sub(1, first - 1), "\n", { plain = true }) do
        local name, value = line:match("^(%w+): ?(.*)$")
        if name then
          fields[name] = (fields[name] and fields[name] .. "\n" or "") .. value
        end
      end
      rest = rest:sub(last + 1)
      if fields.event then
        on_event(fields)
      end
    end
  end
end

--- Follow a submission to its end, over broken connections and restarts of the server.
---
--- `on_event(name, data, text)` gets each event; the last is `report` or `cancelled`. `on_fault`
--- gets a sentence where there will be none. Return a handle with close().
function M.follow(id, on_event, on_fault)
  local follower, last_id, tries, over = {}, nil, 0, false
  local function connect()
    local reader = event_reader(function(fields)
      last_id, tries = fields.id or last_id, 0
      local data = M.decoded({ text = fields.data or "" }) or {}
      over = over or fields.event == "report" or fields.event == "cancelled"
      on_event(fields.event, data, fields.data)
    end)
    local refusal = {}
    follower.handle = M.request({
      path = "/v1/submissions/" .. id .. "/events",
      accept = "text/event-stream, application/problem+json",
      headers = { ["Last-Event-ID"] = last_id },
      on_text = function(chunk)
        refusal[#refusal + 1] = #refusal < 16 and chunk or nil
        reader(chunk)
      end,
    }, function(answer)
      answer.text = table.concat(refusal)
      if over or follower.closed then
        return
      elseif answer.status >= 400 and not READY[answer.status]
        -- The token was read just before a new server made another.
        and not (answer.status == 401 and tries < MOST_REFUSALS) then
        on_fault(M.fault(answer))
      elseif tries >= MOST_TRIES then
        on_fault("the server does not answer any more: " .. M.fault(answer))
      else
        local pause = math.min(FIRST_PAUSE * 2 ^ tries, LONGEST_PAUSE)
        tries = tries + 1
        on_event("gone", {}, "{}")
        vim.defer_fn(function()
          if not follower.closed then
            connect()
          end
        end, pause)
      end
    end)
  end
  function follower.close()
    follower.closed = true
    follower.handle.close()
  end
  connect()
  return follower
end

return M
