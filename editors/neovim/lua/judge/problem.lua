-- Problems: which one a buffer is for, its statement, and a file to begin it in.
local files = require("judge.files")
local http = require("judge.http")
local view = require("judge.view")

local M = {}
-- LeetCode's header may stand below lines that tools put first.
local HEAD_LINES = 20
local known_slugs = {}

--- Find the problem of a buffer on the server; call `done` with its name, or `fail` with why not.
function M.find(buffer, named, done, fail)
  if named then
    done(named)
    return
  end
  local head = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, HEAD_LINES, false), "\n")
  http.request({
    path = "/v1/problems/find",
    method = "POST",
    body = ('{"path": %s, "head": %s}'):format(
      files.json_string(files.place(buffer)), files.json_string(head)
    ),
  }, function(answer)
    local found = answer.status == 200 and http.decoded(answer) or {}
    if type(found.problem) == "string" and found.problem:match("^[%w_-]+$") then
      done(found.problem)
    else
      (fail or view.complain)(http.fault(answer))
    end
  end)
end

--- Fetch a problem; call `done` with it.
local function fetch(slug, done)
  if not slug:match("^[%w_-]+$") then
    view.complain(slug .. " is no problem's name")
    return
  end
  http.request({ path = "/v1/problems/" .. slug }, function(answer)
    local found = answer.status == 200 and http.decoded(answer) or nil
    if found then
      done(found)
    else
      view.complain(http.fault(answer))
    end
  end)
end

--- Show the statement of the buffer's problem, or of the one that is named.
function M.statement(named)
  local buffer = vim.api.nvim_get_current_buf()
  M.find(buffer, named, function(slug)
    fetch(slug, function(found)
      view.show("statement", found.statement, "markdown")
    end)
  end)
end

--- Say which problem comes next, and why, and show its statement.
function M.next()
  http.request({ path = "/v1/next" }, function(answer)
    local found = answer.status == 200 and http.decoded(answer) or nil
    if not found then
      view.complain(http.fault(answer))
      return
    end
    if type(found.problem) ~= "string" then
      view.say(found.why)
      return
    end
    view.say(("%s: %s; :Judge start %s"):format(found.problem, found.why, found.problem))
    M.statement(found.problem)
  end)
end

--- Open a file in this window, beside it where the buffer here cannot be left.
local function edit(path)
  local escaped = vim.fn.fnameescape(path)
  if not pcall(vim.cmd, "edit " .. escaped) then
    vim.cmd("split " .. escaped)
  end
end

--- Write a starter under the next free name, or a name that is given, and open it. A file that is
--- there is opened as it is.
function M.start(slug, file)
  if not slug then
    view.complain("which problem? :Judge start PROBLEM [FILE]")
    return
  end
  local folder = vim.uv.cwd()
  fetch(slug, function(found)
    local suffix = found.language == "sql" and ".sql" or ".py"
    local path = file and vim.fn.fnamemodify(vim.fn.expand(file), ":p")
      or files.free_name(folder, found.slug, suffix)
    local written, why = files.write_new(path, found.starter)
    if written then
      edit(path)
      view.say(vim.fs.basename(path) .. " is ready")
    elseif vim.uv.fs_stat(path) then
      edit(path)
      view.say(vim.fs.basename(path) .. " was there already; nothing in it was changed")
    else
      view.complain(why)
    end
  end)
end

--- Return the problems' names: those of the last time, asked anew for the next.
function M.slugs()
  if http.address() then
    local answered = false
    http.request({ path = "/v1/problems" }, function(answer)
      local found = answer.status == 200 and http.decoded(answer) or {}
      known_slugs = #(found.problems or {}) > 0
          and vim.tbl_map(function(one)
            return one.slug
          end, found.problems)
        or known_slugs
      answered = true
    end)
    if #known_slugs == 0 then
      vim.wait(1000, function()
        return answered
      end, 10)
    end
  end
  return vim.deepcopy(known_slugs)
end

return M
