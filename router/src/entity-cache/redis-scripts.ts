import { redisScript } from '../support/redis-script.js';

/**
 * Each tag stands for a version, a random text. An entry is good while each of its tags has the version that it had
 * before the entry was asked for. A tag that is missing, for whatever reason (Redis may forget what it likes when it
 * is full), makes its entries bad: nothing that was invalidated can come back. Nothing has to be indexed or swept.
 *
 * KEYS: n entries, then the tags. ARGV: n, a version for tags that have none, and how long to keep it (ms).
 * Answers the values of the entries (false: none), then the versions of the tags.
 */
export const readEntries = redisScript(`
local n, out, versions = tonumber(ARGV[1]), {}, {}
local function version(tag)
  if versions[tag] == nil then versions[tag] = redis.call('GET', tag) end
  return versions[tag]
end
for i = n + 1, #KEYS do
  local tag = KEYS[i]
  if not version(tag) then
    redis.call('SET', tag, ARGV[2], 'PX', ARGV[3])
    versions[tag] = ARGV[2]
  end
end
for i = 1, n do
  local entry = redis.call('HMGET', KEYS[i], 'value', 'tags')
  out[i] = entry[1]
  if entry[1] then
    for tag, expected in string.gmatch(entry[2], '([^\\n]+)\\n([^\\n]+)\\n') do
      if version(tag) ~= expected then
        redis.call('UNLINK', KEYS[i])
        out[i] = false
        break
      end
    end
  end
end
for i = n + 1, #KEYS do out[i] = versions[KEYS[i]] end
return out
`);

/**
 * KEYS: a tag that changes with each invalidation of a tag that comes only with answers, then the entries. ARGV: a
 * version for tags that have none; then for each entry its milliseconds, its value, the version of the first tag when
 * it was asked for, its tags with their versions, and the tags that came with the answer: each on a line.
 */
export const writeEntries = redisScript(`
local guard = redis.call('GET', KEYS[1])
for i = 2, #KEYS do
  local at = 2 + (i - 2) * 5
  local ttl, value, asked, tags, told = ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3], ARGV[at + 4]
  if told == '' or asked == guard then
    for tag in string.gmatch(told, '([^\\n]+)\\n') do
      local version = redis.call('GET', tag)
      if not version then
        version = ARGV[1]
        redis.call('SET', tag, version, 'PX', ttl)
      end
      tags = tags .. tag .. '\\n' .. version .. '\\n'
    end
    for tag in string.gmatch(tags, '([^\\n]+)\\n[^\\n]+\\n') do
      if redis.call('PTTL', tag) < tonumber(ttl) then redis.call('PEXPIRE', tag, ttl) end
    end
    redis.call('HSET', KEYS[i], 'value', value, 'tags', tags)
    redis.call('PEXPIRE', KEYS[i], ttl)
  end
end
return true
`);

/** KEYS: the tags. Whoever needs one next gives it another version. */
export const forgetTags = redisScript(`
for i = 1, #KEYS do redis.call('UNLINK', KEYS[i]) end
return true
`);
