-- Submissions: each is handed in, followed to its report, and shown. A buffer has one at a time.
local files = require("judge.files")
local http = require("judge.http")
local problem = require("judge.problem")
local view = require("judge.view")

local M = {}

--- `timing` true has submissions timed, false has them not; nil leaves it to the server.
M.config = { timing = nil }

-- What is asked for a buffer now, and its last result: {id, text, document, problem, report}.
local jobs, results = {}, {}
-- Shown in a buffer that has no result of its own.
local last_result

--- Return the last result of a buffer; nil where it has none.
function M.result_of(buffer)
  return results[buffer]
end

--- Return the buffer if it may hold a solution.
local function solution_buffer()
  local buffer = vim.api.nvim_get_current_buf()
  if vim.bo[buffer].buftype ~= "" then
    view.complain("this buffer is no file")
    return nil
  elseif vim.api.nvim_buf_get_name(buffer):match("%.inputs%.json$") then
    view.complain("these are the inputs; go to the window of the solution")
    return nil
  end
  return buffer
end

--- Return a random name, so that a request that is sent twice is judged once.
local function press()
  return (vim.uv.random(16):gsub(".", function(char)
    return ("%02x"):format(char:byte())
  end))
end

--- Return the start of a request's body: which problem, and the source.
local function body(buffer, source, named)
  local what = named and '"problem": ' .. files.json_string(named)
    or '"path": ' .. files.json_string(files.place(buffer))
  return "{" .. what .. ', "source": ' .. files.json_string(source)
end

local function event_words(name, data)
  if name == "queued" then
    return data.ahead and data.ahead > 0 and ("waits, %d ahead"):format(data.ahead) or "waits"
  elseif data.done and data.total then
    local what = ({ timing = "timing ", searching = "search ", building = "tests " })[name] or ""
    return ("%s%d/%d"):format(what, data.done, data.total)
  elseif name == "gone" then
    return "the server is away"
  end
  return ({ shrinking = "makes the input smaller", waiting = "timing waits" })[name] or "judging"
end

--- End a job: no more of it is shown.
local function forget(buffer, job)
  job.over = true
  if jobs[buffer] == job then
    jobs[buffer] = nil
  end
  if job.handle then
    job.handle.close()
  end
end

local function failed(buffer, job, why)
  forget(buffer, job)
  view.status(buffer, "")
  view.complain(why)
end

--- Mark what is wrong, unless the text has changed meanwhile.
local function mark(buffer, job, state)
  local report = state.report
  if not report or report.verdict == "AC" or not vim.api.nvim_buf_is_valid(buffer) then
    return
  elseif files.source(buffer) ~= job.source then
    return
  end
  local failure = report.failure or {}
  local exception = failure.exception or {}
  local found = state.mark or {}
  local line = found.line or failure.line or exception.line
  view.mark(buffer, line, found.column or failure.column, found.message or report.summary, report.verdict)
end

--- Show a result in the pane; `done` is called once it is there.
local function show_result(result, done)
  http.request({
    path = ("/v1/submissions/%s?width=%d"):format(result.id, view.text_width()),
    accept = "text/plain, application/problem+json",
  }, function(answer)
    if answer.status == 200 then
      result.text = answer.text
      view.show("verdict", result.text)
    elseif result.text then
      view.show("verdict", result.text)
    else
      view.complain(http.fault(answer))
    end
    if done then
      done()
    end
  end)
end

local function judged(buffer, job, state, text)
  forget(buffer, job)
  local report = state.report
  -- It becomes part of the names of files.
  local slug = files.is_slug(state.problem) and state.problem or "unknown"
  local result = { id = job.id, document = text, problem = slug, report = report }
  results[buffer], last_result = result, result
  local same = vim.api.nvim_buf_is_valid(buffer) and files.source(buffer) == job.source
  if not job.marked then
    mark(buffer, job, state)
  end
  view.status(buffer, report.verdict .. (same and "" or "*"))
  local level = report.verdict == "AC" and vim.log.levels.INFO or vim.log.levels.WARN
  local summary = state.mark and state.mark.message or report.summary
  local words = report.verdict == "AC" and "accepted" or summary
  view.say(("%s %s: %s"):format(report.verdict, slug, words), level)
  show_result(result, function()
    vim.api.nvim_exec_autocmds("User", {
      pattern = "JudgeVerdict",
      data = { buffer = buffer, id = job.id, verdict = report.verdict, problem = slug },
    })
  end)
end

local function follow(buffer, job)
  job.handle = http.follow(job.id, function(name, data, text)
    if job.over then
      return
    elseif name == "report" then
      judged(buffer, job, data, text)
    elseif name == "cancelled" then
      failed(buffer, job, "cancelled")
    elseif name == "known" and data.report then
      if not job.marked then
        job.marked = true
        mark(buffer, job, data)
      end
      view.status(buffer, data.report.verdict .. ", timing")
    else
      view.status(buffer, event_words(name, data))
    end
  end, function(why)
    if not job.over then
      failed(buffer, job, why)
    end
  end)
end

local function give_up(id, done)
  http.request({ path = "/v1/submissions/" .. id, method = "DELETE" }, done or function() end)
end

-- What is full now has room in a moment; the key keeps it from being judged twice.
local BUSY_PAUSE_MS, MOST_BUSY = 2000, 15

local function send(buffer, job, tries)
  local timing = M.config.timing == nil and "null" or tostring(M.config.timing)
  job.handle = http.request({
    path = "/v1/submissions",
    method = "POST",
    body = body(buffer, job.source, job.named) .. (', "timing": %s}'):format(timing),
    headers = { ["Idempotency-Key"] = job.key },
  }, function(answer)
    local taken = answer.status == 200 or answer.status == 202
    local state = taken and http.decoded(answer) or {}
    if job.cancelled then
      if state.id then
        give_up(state.id)
      end
    elseif files.is_slug(state.id) then
      job.id = state.id
      follow(buffer, job)
    elseif (answer.status == 429 or answer.status == 503) and tries < MOST_BUSY then
      view.status(buffer, "the server is busy")
      vim.defer_fn(function()
        if not job.over then
          send(buffer, job, tries + 1)
        end
      end, BUSY_PAUSE_MS)
    else
      failed(buffer, job, http.fault(answer))
    end
  end)
end

--- Give up what is asked for a buffer. Return whether something was.
local function cancel(buffer)
  local job = jobs[buffer]
  if not job then
    return false
  end
  job.cancelled = true
  if job.id then
    forget(buffer, job)
    give_up(job.id)
  elseif job.run then
    forget(buffer, job)
  else
    -- Its id is on the way; the answer to it gives it up.
    job.over, jobs[buffer] = true, nil
  end
  view.status(buffer, "")
  return true
end

--- Submit the buffer's text, saved or not; what is still judged for it is given up.
function M.submit(named)
  local buffer = solution_buffer()
  if not buffer then
    return
  end
  cancel(buffer)
  view.clear(buffer)
  local job = { source = files.source(buffer), named = named, key = press() }
  jobs[buffer] = job
  view.status(buffer, "sent")
  send(buffer, job, 0)
end

--- Give up what is being judged for this buffer.
function M.cancel()
  local buffer = vim.api.nvim_get_current_buf()
  view.say(cancel(buffer) and "cancelled" or "nothing is being judged here")
end

--- Show the newest result that the server has of the buffer's problem.
local function show_kept(buffer)
  local function nothing()
    view.say("nothing has been judged yet")
  end
  problem.find(buffer, nil, function(slug)
    http.request({ path = "/v1/submissions?limit=1&problem=" .. slug }, function(answer)
      local found = answer.status == 200 and http.decoded(answer) or {}
      local newest = (found.submissions or {})[1]
      if newest and files.is_slug(newest.id) then
        show_result({ id = newest.id })
      else
        nothing()
      end
    end)
  end, nothing)
end

--- Show the last result again; the one before Neovim was started, where there is none since.
function M.show()
  local buffer = vim.api.nvim_get_current_buf()
  local result = results[buffer] or last_result
  if not result then
    show_kept(buffer)
  elseif result.text then
    view.show("verdict", result.text)
  else
    show_result(result)
  end
end

--- Play the samples or, with `inputs`, one's own inputs; `done` gets the page.
local function play(buffer, job, slug, inputs, done)
  job.handle = http.request({
    path = "/v1/runs?width=" .. view.text_width(),
    method = "POST",
    body = body(buffer, job.source, slug) .. (inputs and ', "inputs": ' .. inputs or "") .. "}",
    accept = "text/plain, application/problem+json",
  }, function(answer)
    if job.over then
      return
    elseif answer.status == 200 then
      done(answer.text)
    else
      failed(buffer, job, http.fault(answer))
    end
  end)
end

--- Play the samples, and one's own inputs where there are some.
function M.run(named)
  local buffer = solution_buffer()
  if not buffer then
    return
  end
  cancel(buffer)
  local job = { source = files.source(buffer), run = true }
  jobs[buffer] = job
  view.status(buffer, "running")
  local function finish(text)
    forget(buffer, job)
    view.status(buffer, "")
    view.show("run", text)
    vim.api.nvim_exec_autocmds("User", { pattern = "JudgeRun", data = { buffer = buffer } })
  end
  local function fail(why)
    if not job.over then
      failed(buffer, job, why)
    end
  end
  problem.find(buffer, named, function(slug)
    if job.over then
      return
    end
    local inputs, why = files.own_inputs(files.inputs_path(buffer, slug))
    if why then
      fail(why)
      return
    end
    play(buffer, job, slug, nil, function(samples)
      if not inputs then
        finish(samples)
        return
      end
      play(buffer, job, slug, inputs, function(own)
        finish("Your inputs\n\n" .. own .. "\nThe samples\n\n" .. samples)
      end)
    end)
  end, fail)
end

return M
