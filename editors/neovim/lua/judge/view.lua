-- What a person sees: marks in the buffer, one pane that never takes the focus, and the state in
-- vim.b.judge_status.
local M = {}

--- `width` is the pane's in columns; half of the screen and at most 84 where it is nil.
M.config = { width = nil }

M.marks = vim.api.nvim_create_namespace("judge")
local NARROWEST, WIDEST = 40, 84

--- Say something in one line that never waits for a key.
function M.say(text, level)
  local line = ("judge: " .. text):gsub("%s+", " "):gsub("%c", "")
  local room = math.max(vim.o.columns - 12, 20)
  if vim.fn.strdisplaywidth(line) > room then
    line = vim.fn.strcharpart(line, 0, room - 3) .. "..."
  end
  vim.notify(line, level or vim.log.levels.INFO)
end

--- Say that something is wrong.
function M.complain(text)
  M.say(text, vim.log.levels.ERROR)
end

--- Set what a status line shows of a buffer.
function M.status(buffer, text)
  if vim.api.nvim_buf_is_valid(buffer) then
    vim.b[buffer].judge_status = text
    vim.cmd.redrawstatus({ bang = true })
  end
end

--- Remove the marks of a buffer.
function M.clear(buffer)
  if vim.api.nvim_buf_is_valid(buffer) then
    vim.diagnostic.reset(M.marks, buffer)
  end
end

-- Marks speak of the text that was judged: the first edit ends them.
local function clear_at_first_edit(buffer)
  local function edited()
    vim.schedule(function()
      M.clear(buffer)
      if vim.api.nvim_buf_is_valid(buffer) and vim.b[buffer].judge_status then
        M.status(buffer, vim.b[buffer].judge_status:gsub("%*$", "") .. "*")
      end
    end)
    return true -- detaches
  end
  vim.api.nvim_buf_attach(buffer, false, { on_lines = edited, on_reload = edited })
end

--- Mark a line of the buffer. It is counted from 1 and may lie past the buffer's end.
function M.mark(buffer, line, column, message, code)
  local last = vim.api.nvim_buf_line_count(buffer)
  local row = math.max(1, math.min(line or 1, last)) - 1
  local text = vim.api.nvim_buf_get_lines(buffer, row, row + 1, false)[1] or ""
  local from = math.max(0, math.min((column or 1) - 1, #text))
  vim.diagnostic.set(M.marks, buffer, {
    {
      lnum = row,
      col = from,
      end_lnum = row,
      end_col = #text,
      message = message,
      code = code,
      source = "judge",
      severity = vim.diagnostic.severity.ERROR,
    },
  })
  clear_at_first_edit(buffer)
end

local function pane_width()
  local half = math.floor(vim.o.columns / 2)
  return M.config.width or math.max(NARROWEST, math.min(WIDEST, half))
end

--- Return the pane's window in this tab page; nil where it is closed.
local function pane_window()
  for _, window in ipairs(vim.api.nvim_tabpage_list_wins(0)) do
    if vim.w[window].judge_pane then
      return window
    end
  end
end

--- Return how many columns of text fit into the pane.
function M.text_width()
  local window = pane_window()
  local width = window and vim.api.nvim_win_get_width(window) or pane_width()
  return math.max(40, math.min(200, width - 1))
end

local function pane_buffer(name, filetype)
  local buffer = vim.fn.bufnr("^" .. name .. "$")
  if buffer > 0 and vim.api.nvim_buf_is_loaded(buffer) then
    return buffer
  end
  buffer = buffer > 0 and buffer or vim.api.nvim_create_buf(false, true)
  vim.fn.bufload(buffer)
  vim.api.nvim_buf_set_name(buffer, name)
  local options = vim.bo[buffer]
  options.buftype, options.bufhidden, options.swapfile = "nofile", "hide", false
  options.undolevels = -1
  options.filetype = filetype
  vim.keymap.set("n", "q", "<Cmd>close<CR>", { buffer = buffer, nowait = true, desc = "Close" })
  return buffer
end

local function open_pane(buffer)
  local window = vim.api.nvim_open_win(buffer, false, {
    split = "right",
    win = -1, -- beside all windows, not beside the one that happens to be there
    width = pane_width(),
  })
  vim.w[window].judge_pane = true
  for name, value in pairs({
    number = false,
    relativenumber = false,
    signcolumn = "no",
    foldcolumn = "0",
    list = false,
    spell = false,
    cursorline = false,
    wrap = true,
    linebreak = true,
    winfixwidth = true,
  }) do
    vim.api.nvim_set_option_value(name, value, { scope = "local", win = window })
  end
  return window
end

--- Show text in the pane, which is opened if need be. The cursor stays where it is.
function M.show(name, text, filetype)
  local buffer = pane_buffer("judge://" .. name, filetype or "judge-verdict")
  local lines = vim.split((text:gsub("%s+$", "")), "\n", { plain = true })
  for i, line in ipairs(lines) do
    -- NUL and carriage return would be drawn as something else.
    lines[i] = line:gsub("[%z\r]", "")
  end
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].modified = false
  local window = pane_window()
  if window then
    vim.api.nvim_win_set_buf(window, buffer)
  else
    window = open_pane(buffer)
  end
  vim.api.nvim_win_set_cursor(window, { 1, 0 })
end

return M
