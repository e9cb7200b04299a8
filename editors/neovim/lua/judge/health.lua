-- :checkhealth judge
local files = require("judge.files")
local http = require("judge.http")

local M = {}
local health = vim.health
local LOG_LINES = 5

local function programs()
  health.start("judge: what it needs")
  if vim.fn.has("nvim-0.10") == 1 then
    health.ok("Neovim " .. tostring(vim.version()))
  else
    health.error("Neovim 0.10 or newer is needed")
  end
  if vim.fn.executable("curl") == 1 then
    local said = vim.system({ "curl", "-q", "--version" }, { text = true }):wait(5000).stdout or ""
    health.ok(said:match("^curl [%d.]+") or "curl")
  else
    health.error("curl is not here: nothing can be asked", "install curl")
  end
  local command = vim.fn.expand(http.config.command[1])
  if vim.fn.executable(command) == 1 then
    health.ok(("command: %s"):format(table.concat(http.config.command, " ")))
  else
    local advice = 'install the judge, or name it: require("judge").setup({ command = {...} })'
    health.warn(("there is no command `%s`: no server can be started"):format(command), advice)
  end
end

local function state()
  health.start("judge: what lies on this machine")
  local folder = files.state_folder()
  local path = folder .. "/token"
  local found = vim.uv.fs_stat(path)
  health.info("state folder: " .. folder)
  if vim.env.JUDGE_TOKEN and vim.env.JUDGE_TOKEN ~= "" then
    health.ok("the token is that of JUDGE_TOKEN")
  elseif not found then
    health.info("there is no token yet; the server makes it when it starts")
  elseif bit.band(found.mode, 63) ~= 0 then -- 077: anybody but the owner
    health.error(("others can read the token (mode %o)"):format(bit.band(found.mode, 511)), {
      "rm " .. path,
      "start the server again: it makes a new one",
    })
  else
    health.ok("only you can read the token")
  end
end

--- Ask and wait; health checks are read from top to bottom.
local function ask(path)
  local answer
  http.request({ path = path }, function(one)
    answer = one
  end)
  vim.wait(10000, function()
    return answer ~= nil
  end, 20)
  return answer or { status = 0, text = "", error = "no answer within 10 seconds" }
end

local function isolation()
  local command = vim.list_extend(vim.deepcopy(http.config.command), { "doctor", "--json" })
  command[1] = vim.fn.expand(command[1])
  local started, process = pcall(vim.system, command, { text = true })
  local ended = started and process:wait(20000) or {}
  local read, host = pcall(vim.json.decode, ended.stdout or "")
  if read and type(host) == "table" and host.tier then
    health.ok("isolation on this machine: " .. tostring(host.tier))
  else
    health.info("isolation: `judge doctor` tells it")
  end
end

local function server()
  health.start("judge: the server")
  local url, ours = http.address()
  if not url then
    health.info("none is running; the first :Judge submit starts it")
    isolation()
    return
  end
  local ready = ask("/readyz")
  local about = ours and files.server_file() or {}
  if ready.status == 200 then
    local version = about.version and ", version " .. about.version or ""
    health.ok(url .. " is ready" .. version)
  else
    health.error(http.fault(ready), { ":Judge log", "judge serve" })
    return
  end
  local answer = ask("/v1/problems")
  local found = answer.status == 200 and http.decoded(answer) or nil
  if found then
    health.ok(#(found.problems or {}) .. " problems")
  else
    health.error(http.fault(answer), "set JUDGE_TOKEN to the token of that server")
  end
  if ours then
    isolation()
  end
end

local function log()
  local text = files.read(files.state_folder() .. "/serve.log")
  if not text then
    return
  end
  health.start("judge: last lines of the server's log")
  local lines = vim.split(vim.trim(text), "\n", { plain = true })
  for i = math.max(1, #lines - LOG_LINES + 1), #lines do
    health.info(lines[i])
  end
end

function M.check()
  programs()
  state()
  server()
  log()
end

return M
