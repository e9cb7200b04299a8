-- What lies on this machine: the state folder with address and token of the server, the bytes of
-- a buffer, and files beside it.
local M = {}

--- Return a folder or file name from the environment, nil where it is unset or empty.
local function variable(name)
  local value = vim.env[name]
  return value ~= "" and value or nil
end

--- Return the folder in which the server keeps its address, token and log.
function M.state_folder()
  local xdg = variable("XDG_STATE_HOME")
  -- A relative XDG path is to be ignored, says the specification.
  if not xdg or xdg:sub(1, 1) ~= "/" then
    xdg = (variable("HOME") or "/") .. "/.local/state"
  end
  return variable("JUDGE_STATE_DIR") or (xdg .. "/coding-round-judge")
end

--- Return the bytes of a file; nil where it cannot be read.
function M.read(path)
  local file = io.open(path, "rb")
  if not file then
    return nil
  end
  local text = file:read("*a")
  file:close()
  return text
end

--- Write a file that must not be there yet. Return whether it was written, and else why not.
function M.write_new(path, text)
  return M.write(path, text, "wx")
end

--- Write a file. Return whether it was written, and else why not.
function M.write(path, text, how)
  local handle, why = vim.uv.fs_open(path, how or "w", 420) -- mode 0644
  if not handle then
    return false, why
  end
  local written, fault = vim.uv.fs_write(handle, text)
  vim.uv.fs_close(handle)
  return written ~= nil, fault
end

local LOCK_SHARED_NOW = 5 -- flock(2): LOCK_SH | LOCK_NB

--- Whether a server holds the state folder. It has the lock while it lives, and the kernel frees it.
--- Nil where this Neovim cannot tell.
local function is_held(path)
  local there, ffi = pcall(require, "ffi") -- LuaJIT alone has it
  if not there or not pcall(ffi.cdef, "int flock(int, int);") then
    return nil
  end
  local handle = vim.uv.fs_open(path, "r", 0)
  if not handle then
    return false
  end
  local asked, failed = pcall(function()
    return ffi.C.flock(handle, LOCK_SHARED_NOW) ~= 0
  end)
  vim.uv.fs_close(handle)
  return not asked and nil or failed
end

--- Return what the running server has left about itself; nil where none runs.
function M.server_file()
  local text = M.read(M.state_folder() .. "/server.json")
  local read, found = pcall(vim.json.decode, text or "")
  if not read or type(found) ~= "table" or type(found.url) ~= "string" then
    return nil
  end
  -- Killed, it leaves the file behind; its port and its number may be a stranger's by now.
  local held = is_held(M.state_folder() .. "/serve.lock")
  if held == nil then
    held = type(found.pid) == "number" and vim.uv.kill(found.pid, 0) == 0
  end
  return held and found or nil
end

--- Return the token, read anew each time: it may have been renewed. Nil where there is none.
function M.token(loopback)
  local token = variable("JUDGE_TOKEN")
  if not token and loopback then
    token = vim.trim(M.read(M.state_folder() .. "/token") or "")
  end
  -- Anything else would end the header that it is written into.
  return token and token:match("^[%w_.~+/=-]+$")
end

-- UTF-8 as Python reads it: no surrogates, nothing too long, nothing beyond U+10FFFF.
local function utf8_length(text, at)
  local a, b, c, d = text:byte(at, at + 3)
  local function follows(byte, least, most)
    return byte ~= nil and byte >= (least or 0x80) and byte <= (most or 0xBF)
  end
  if a >= 0xC2 and a <= 0xDF and follows(b) then
    return 2
  elseif a >= 0xE0 and a <= 0xEF then
    local least, most = a == 0xE0 and 0xA0 or nil, a == 0xED and 0x9F or nil
    return follows(b, least, most) and follows(c) and 3 or 0
  elseif a >= 0xF0 and a <= 0xF4 then
    local least, most = a == 0xF0 and 0x90 or nil, a == 0xF4 and 0x8F or nil
    return follows(b, least, most) and follows(c) and follows(d) and 4 or 0
  end
  return 0
end

local function stray_bytes(run)
  local parts, at = {}, 1
  while at <= #run do
    local length = utf8_length(run, at)
    parts[#parts + 1] = length > 0 and run:sub(at, at + length - 1)
      or ("\\udc%02x"):format(run:byte(at))
    at = at + math.max(length, 1)
  end
  return table.concat(parts)
end

--- Return text as a string of JSON. A byte that is not UTF-8 goes as \udcXX, as Python's
--- surrogateescape has it; vim.json.encode would write it raw, which is no JSON.
function M.json_string(text)
  local escaped = text:gsub('[%c"\\]', function(char)
    return ("\\u%04x"):format(char:byte())
  end)
  return '"' .. escaped:gsub("[\128-\255]+", stray_bytes) .. '"'
end

--- Return the text at `at` in a document of JSON up to the end of the value that begins there.
--- The text itself is kept, since numbers that are read lose 5.0 and what is beyond 2^53.
local function raw_value(text, at)
  local depth, i = 0, at
  while i <= #text do
    local char = text:sub(i, i)
    if char == '"' then
      repeat
        i = text:find('["\\]', i + 1)
        local quoted = i and text:sub(i, i) == "\\"
        i = i and quoted and i + 1 or i
      until not i or not quoted
      if not i then
        return nil
      end
    elseif char == "{" or char == "[" then
      depth = depth + 1
    elseif char == "}" or char == "]" then
      depth = depth - 1
    end
    if depth == 0 then
      return text:sub(at, i)
    end
    i = i + 1
  end
end

--- Return the failing input of a submission's JSON as it stands there; nil where none does.
function M.failing_input(document)
  -- Within a string each quote has a backslash before it, so this is the field itself.
  local _, last = document:find('"failure":%s*{.-[{,]%s*"arguments":%s*')
  return last and document:sub(last + 1, last + 1) == "{" and raw_value(document, last + 1) or nil
end

--- Return the bytes that :write would write, whether or not the buffer is saved.
function M.source(buffer)
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
  local options = vim.bo[buffer]
  local ending = ({ dos = "\r\n", mac = "\r" })[options.fileformat] or "\n"
  local text = table.concat(lines, ending)
  local ends = options.endofline or (options.fixendofline and not options.binary)
  if #lines > 1 or lines[1] ~= "" then
    text = text .. (ends and ending or "")
  end
  local encoding = options.fileencoding
  if encoding ~= "" and encoding ~= "utf-8" then
    text = vim.iconv(text, "utf-8", encoding) or text
  elseif options.bomb then
    text = "\239\187\191" .. text
  end
  return text
end

--- Whether a value is a problem's name, and so may become part of a path.
function M.is_slug(value)
  return type(value) == "string" and value:match("^[%w_-]+$") ~= nil
end

--- Return the end of a buffer's path that tells its problem: folder and file name. No more of the
--- path is anybody's business.
function M.place(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  if name == "" then
    return "unnamed.py"
  end
  return (name:match("([^/]+/[^/]+)$") or name:match("[^/]+$") or name)
end

--- Return the folder of a buffer's file, or the working folder.
function M.folder(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  return name ~= "" and vim.fs.dirname(name) or vim.uv.cwd()
end

--- Return the first free name for a problem's file in a folder, as `judge start` chooses it.
function M.free_name(folder, slug, suffix)
  local stem, count = slug:gsub("-", "_"), 1
  while true do
    local path = ("%s/%s%s%s"):format(folder, stem, count > 1 and "_" .. count or "", suffix)
    -- A buffer may have the name and no file yet.
    if not vim.uv.fs_lstat(path) and vim.fn.bufexists(path) == 0 then
      return path
    end
    count = count + 1
  end
end

--- Return the path of the file with one's own inputs.
function M.inputs_path(buffer, slug)
  return ("%s/%s.inputs.json"):format(M.folder(buffer), slug)
end

--- Return one's own inputs as the text of a JSON list; nil where there are none. The second value
--- says why they cannot be read. A buffer that holds the file counts as it stands, saved or not.
function M.own_inputs(path)
  local buffer = vim.fn.bufnr("^" .. vim.fn.escape(path, "\\*?[]{}^$,~") .. "$")
  local text = buffer > 0 and vim.api.nvim_buf_is_loaded(buffer) and M.source(buffer) or M.read(path)
  if not text or vim.trim(text) == "" then
    return nil
  end
  local read, found = pcall(vim.json.decode, text)
  if not read or type(found) ~= "table" or not vim.islist(found) then
    return nil, vim.fs.basename(path) .. " must be a JSON list of inputs, such as [{...}, {...}]"
  end
  return #found > 0 and text or nil
end

--- Return the list of inputs with one more at its end, as text.
function M.with_input(list, input)
  local inside = vim.trim(list or ""):match("^%[(.*)%]$")
  local before = inside and vim.trim(inside) or ""
  return "[\n  " .. (before ~= "" and before .. ",\n  " or "") .. input .. "\n]\n"
end

return M
