-- Counterexamples: as a test for pytest, and kept among one's own inputs.
local files = require("judge.files")
local http = require("judge.http")
local problem = require("judge.problem")
local submission = require("judge.submission")
local view = require("judge.view")

local M = {}

--- Return the last result of this buffer that has a counterexample.
local function failed_result(buffer)
  local result = submission.result_of(buffer)
  if not result then
    view.complain("submit first: there is no result of this buffer yet")
  elseif not (result.report and result.report.failure) then
    view.complain("no input made it fail: " .. tostring(result.report.summary))
  else
    return result
  end
end

local function may_write(path)
  if not vim.uv.fs_lstat(path) then
    return true
  end
  -- A folder of somebody else's may have a link there.
  local target = vim.uv.fs_readlink(path)
  local what = target and " is a link to " .. target or " is there already"
  local question = vim.fs.basename(path) .. what .. ". Overwrite it?"
  return vim.fn.confirm(question, "&Yes\n&No", 2) == 1
end

--- Write the failing input as a test beside the file; ask before overwriting one.
function M.test()
  local buffer = vim.api.nvim_get_current_buf()
  local result = failed_result(buffer)
  if not result then
    return
  end
  local file = vim.fs.basename(vim.api.nvim_buf_get_name(buffer))
  local stem = result.problem:gsub("-", "_")
  local path = ("%s/%s_counterexample_test.py"):format(files.folder(buffer), stem)
  local query = vim.uri_encode(file ~= "" and file or stem .. ".py", "rfc2396")
  http.request({
    path = ("/v1/submissions/%s/pytest?file=%s"):format(result.id, query),
    accept = "text/x-python, application/problem+json",
  }, function(answer)
    if answer.status ~= 200 then
      view.complain(http.fault(answer))
      return
    elseif not may_write(path) then
      view.say(vim.fs.basename(path) .. " stays as it is")
      return
    end
    local written, why = files.write(path, answer.text)
    if not written then
      view.complain(why)
      return
    end
    local unsaved = vim.bo[buffer].modified and "; save your file, the test loads it" or ""
    view.say(vim.fs.basename(path) .. " is ready for pytest" .. unsaved)
    vim.api.nvim_exec_autocmds("User", { pattern = "JudgeTest", data = { path = path } })
  end)
end

--- Open the file of one's own inputs, beside the buffer's file.
function M.inputs(named)
  local buffer = vim.api.nvim_get_current_buf()
  problem.find(buffer, named, function(slug)
    vim.cmd("split " .. vim.fn.fnameescape(files.inputs_path(buffer, slug)))
  end)
end

--- Add the failing input to one's own inputs.
function M.keep()
  local buffer = vim.api.nvim_get_current_buf()
  local result = failed_result(buffer)
  local input = result and files.failing_input(result.document)
  if not input then
    return result and view.complain("this failure has no input to keep")
  end
  local path = files.inputs_path(buffer, result.problem)
  local list, why = files.own_inputs(path)
  if why then
    view.complain(why)
    return
  end
  local kept = vim.fn.bufadd(path)
  vim.fn.bufload(kept)
  local lines = vim.split(vim.trim(files.with_input(list, input)), "\n", { plain = true })
  vim.api.nvim_buf_set_lines(kept, 0, -1, false, lines)
  vim.api.nvim_buf_call(kept, function()
    vim.cmd("silent write")
  end)
  view.say("the failing input is kept in " .. vim.fs.basename(path) .. "; :Judge run plays it")
end

return M
