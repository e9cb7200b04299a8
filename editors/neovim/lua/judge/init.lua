-- The commands of :Judge. All talk to the judge's server over HTTP; what is judged is the buffer's
-- text, saved or not.
local counterexample = require("judge.counterexample")
local files = require("judge.files")
local http = require("judge.http")
local problem = require("judge.problem")
local submission = require("judge.submission")
local view = require("judge.view")

local M = {}

local KEYS = {
  s = "submit", r = "run", c = "cancel", v = "show", n = "next", t = "test", h = "hint",
}

local commands = {
  submit = submission.submit,
  run = submission.run,
  cancel = submission.cancel,
  show = submission.show,
  statement = problem.statement,
  start = problem.start,
  next = problem.next,
  hint = problem.hint,
  open = problem.open,
  test = counterexample.test,
  keep = counterexample.keep,
  inputs = counterexample.inputs,
}

local LOG_BYTES = 64 * 1024

function commands.log()
  local text = files.read(files.state_folder() .. "/serve.log")
  if not text then
    view.say("there is no log: the server has not been started from an editor yet")
  else
    view.show("log", text:sub(-LOG_BYTES), "judge-log")
  end
end

--- Run a command of :Judge.
function M.command(words)
  local name = words[1] or "submit"
  local command = commands[name]
  if not command then
    view.complain(("there is no :Judge %s; :help judge lists the commands"):format(name))
    return
  end
  command(unpack(words, 2))
end

--- Return what may follow in the command line.
function M.complete(word, line)
  local names = vim.tbl_keys(commands)
  local before = line:match("Judge%s+(%w+)%s")
  if before then
    local takes = {
      submit = true, run = true, start = true, statement = true, inputs = true, hint = true, open = true,
    }
    names = takes[before] and problem.slugs() or {}
  end
  table.sort(names)
  return vim.tbl_filter(function(name)
    return vim.startswith(name, word)
  end, names)
end

local KINDS = {
  command = "table", server = "string", keys = "boolean", timing = "boolean", width = "number", auto_start = "boolean",
}

--- Set what differs from the defaults; :help judge-setup lists it. Need not be called.
function M.setup(given)
  for name, value in pairs(given or {}) do
    if not KINDS[name] then
      error(("judge: there is no setting %q"):format(name), 2)
    elseif type(value) ~= KINDS[name] then
      error(("judge: %s must be a %s"):format(name, KINDS[name]), 2)
    end
    if http.config[name] ~= nil or name == "server" then
      http.config[name] = value
    elseif name == "width" then
      view.config.width = value
    elseif name == "timing" then
      submission.config.timing = value
    end
  end
  if given and given.keys then
    for key, name in pairs(KEYS) do
      local what = { desc = "judge: " .. name }
      vim.keymap.set("n", "<leader>j" .. key, "<Plug>(judge-" .. name .. ")", what)
    end
  end
end

return M
