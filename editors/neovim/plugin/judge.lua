-- The command :Judge and its <Plug> mappings. Nothing is loaded, asked or started before they are
-- used, and no key is taken.
if vim.g.loaded_judge then
  return
end
vim.g.loaded_judge = true

vim.api.nvim_create_user_command("Judge", function(given)
  if vim.fn.has("nvim-0.10") == 0 then
    vim.notify("judge: this needs Neovim 0.10 or newer", vim.log.levels.ERROR)
    return
  end
  require("judge").command(given.fargs)
end, {
  nargs = "*",
  desc = "Practise coding rounds: submit this buffer, read the verdict",
  complete = function(word, line)
    return require("judge").complete(word, line)
  end,
})

for _, name in ipairs({
  "submit", "run", "cancel", "show", "start", "next", "hint", "statement", "test", "inputs", "keep",
  "open", "log",
}) do
  vim.keymap.set("n", "<Plug>(judge-" .. name .. ")", "<Cmd>Judge " .. name .. "<CR>")
end
