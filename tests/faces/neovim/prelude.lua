-- What every script of these tests begins with: the plug-in on the runtime path as a person puts
-- it there, and words to use it and to tell what is seen. Not a line of the plug-in is replaced.
vim.opt.runtimepath:append(os.getenv("JUDGE_TEST_PLUGIN"))
vim.cmd.runtime("plugin/judge.lua")


-- What was said, oldest first; a script has no screen to say it on.
said = {}
vim.notify = function(text)
  said[#said + 1] = text
end

local heard = {}
vim.api.nvim_create_autocmd("User", {
  pattern = "Judge*",
  callback = function(event)
    heard[event.match] = event.data
  end,
})

function until_so(holds, what)
  if not vim.wait(tonumber(os.getenv("JUDGE_TEST_MS") or 120000), holds, 5) then
    error("it did not become so: " .. (what or "") .. "; said: " .. vim.inspect(said))
  end
end

-- Run a command of :Judge and wait for the event that ends it.
function judge(command, event)
  heard[event] = nil
  local before = #said
  vim.cmd("Judge " .. command)
  until_so(function()
    local last = #said > before and said[#said] or ""
    return heard[event] ~= nil or vim.startswith(last, "judge: cannot")
      or last:find("no problem", 1, true) ~= nil
  end, command)
  return heard[event]
end

function submit(named)
  return judge("submit " .. (named or ""), "JudgeVerdict")
end

function marks(buffer)
  return vim.tbl_map(function(one)
    return { line = one.lnum + 1, message = one.message, code = one.code, source = one.source }
  end, vim.diagnostic.get(buffer or 0))
end

function pane()
  for _, window in ipairs(vim.api.nvim_tabpage_list_wins(0)) do
    if vim.w[window].judge_pane then
      local buffer = vim.api.nvim_win_get_buf(window)
      return {
        window = window,
        text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), "\n"),
        filetype = vim.bo[buffer].filetype,
      }
    end
  end
end

function set_lines(...)
  vim.api.nvim_buf_set_lines(0, 0, -1, true, { ... })
end

function tell(name, value)
  io.stdout:write(vim.json.encode({ name, value == nil and vim.NIL or value }) .. "\n")
  io.stdout:flush()
end
