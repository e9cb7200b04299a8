-- Problems: which one a buffer is for, its statement and hints, a file to begin it in, its page.
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
    if files.is_slug(found.problem) then
      done(found.problem)
    else
      (fail or view.complain)(http.fault(answer))
    end
  end)
end

--- Fetch a problem; call `done` with it.
local function fetch(slug, done)
  if not files.is_slug(slug) then
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
    if not files.is_slug(found.problem) then
      view.say(tostring(found.why))
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

--- Show the hints that are open, and one more.
function M.hint(named)
  M.find(vim.api.nvim_get_current_buf(), named, function(slug)
    http.request({
      path = "/v1/problems/" .. slug .. "/hints", method = "POST", body = "{}",
    }, function(answer)
      local opened = answer.status == 200 and http.decoded(answer) or {}
      -- 409: all are open, and are shown again.
      if answer.status ~= 200 and answer.status ~= 409 then
        view.complain(http.fault(answer))
        return
      end
      fetch(slug, function(found)
        view.show("hints", table.concat(found.hints or {}, "\n\n"), "markdown")
        local price = opened.price and opened.price ~= "" and "; " .. opened.price or ""
        view.say(opened.n and ("hint %d of %d%s"):format(opened.n, opened.hint_count, price)
          or http.fault(answer))
      end)
    end)
  end)
end

--- Have the history say that a person begins a problem.
local function record_start(slug)
  http.request({
    path = "/v1/problems/" .. slug .. "/start", method = "POST", body = "{}",
  }, function(answer)
    if answer.status ~= 200 then
      view.complain("this start is not in your history: " .. http.fault(answer))
    end
  end)
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
      or files.free_name(folder, slug, suffix)
    local written, why = files.write_new(path, found.starter)
    if written then
      record_start(slug)
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

local function has_browser()
  return vim.fn.has("mac") == 1 or vim.fn.has("wsl") == 1
    or (vim.env.DISPLAY or vim.env.WAYLAND_DISPLAY or "") ~= ""
end

--- Open the page in a browser, signed in: at the buffer's problem or the one that is named, else at
--- the list.
function M.open(named)
  local function open_at(path)
    http.request({ path = "/v1/login-codes", method = "POST", body = "{}" }, function(answer)
      local found = answer.status == 201 and http.decoded(answer) or {}
      local url = tostring(found.url):match("^https?://[^%s\"'`$\\]+$")
      if not url then
        view.complain(http.fault(answer))
        return
      end
      url = path and url:gsub("#", "?to=" .. path .. "#", 1) or url
      if not has_browser() or not vim.ui.open(url) then
        -- Too long for one line; it signs in once, within a minute.
        view.show("page", "Open this within a minute:\n\n" .. url)
      end
    end)
  end
  M.find(vim.api.nvim_get_current_buf(), named, function(slug)
    open_at("/problems/" .. slug)
  end, function()
    open_at(nil)
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
