-- Neovim: <leader>j judges the open file; what is wrong lands in the quickfix list.
-- The problem is the file's name: kth_largest.py is submitted as kth-largest.
-- Put this in your configuration, for example ~/.config/nvim/lua/judge.lua, and require "judge".

local function submit()
  if vim.bo.buftype ~= "" or vim.api.nvim_buf_get_name(0) == "" then
    vim.notify("judge: this buffer is no file", vim.log.levels.WARN)
    return
  end
  vim.cmd.update()
  local file = vim.api.nvim_buf_get_name(0)
  local problem = vim.fn.fnamemodify(file, ":t:r")
  local command = { "judge", "submit", problem, file, "--format=line" }
  vim.notify("judging " .. problem .. " ...")

  vim.system(command, { text = true }, vim.schedule_wrap(function(done)
    local line = vim.trim(done.stdout or "")
    if line == "" then
      vim.notify(vim.trim(done.stderr or ""), vim.log.levels.ERROR)
      return
    end
    if done.code == 0 then
      vim.fn.setqflist({}, "r", { title = "judge " .. problem, items = {} })
      vim.cmd.cclose()
      vim.notify(line:match("AC .*$") or line)
      return
    end
    vim.fn.setqflist({}, "r", {
      title = "judge " .. problem,
      lines = { line },
      efm = "%f:%l:%c: %m",
    })
    vim.cmd.copen()
  end))
end

vim.keymap.set("n", "<leader>j", submit, { desc = "Submit this file to the judge" })
