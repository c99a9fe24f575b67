#include "simdjson_shim.h"

#include <charconv>
#include <cstring>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <simdjson.h>

using simdjson::internal::dom_parser_implementation;

namespace {

constexpr int kMaxDepth = 1024;   // levels of an ignored value
constexpr int kKeptDepth = 3;     // levels of a kept one: a list of objects of values
constexpr size_t kKeptChildren = 1 << 20;

struct Key {
  std::string text;
  int32_t slot;
};

uint32_t hash_of(const uint8_t *text, size_t length) {
  uint32_t h = static_cast<uint32_t>(length) * 0x9E3779B1u;
  h ^= text[0] * 0x85EBCA6Bu;
  h ^= text[length - 1] * 0xC2B2AE35u;
  h ^= text[length / 2] * 0x27D4EB2Fu;
  return h ^ (h >> 15);
}

bool is_space(uint8_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

int hex_digit(uint8_t c) {
  if (is_digit(c)) return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Four hex digits at `p`, or -1.
int32_t hex4(const uint8_t *p, const uint8_t *end) {
  if (end - p < 4) return -1;
  int32_t value = 0;
  for (int i = 0; i < 4; i++) {
    const int digit = hex_digit(p[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

uint8_t *put_utf8(uint8_t *out, uint32_t c) {
  if (c < 0x80) {
    *out++ = static_cast<uint8_t>(c);
  } else if (c < 0x800) {
    *out++ = static_cast<uint8_t>(0xC0 | c >> 6);
    *out++ = static_cast<uint8_t>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    *out++ = static_cast<uint8_t>(0xE0 | c >> 12);
    *out++ = static_cast<uint8_t>(0x80 | (c >> 6 & 0x3F));
    *out++ = static_cast<uint8_t>(0x80 | (c & 0x3F));
  } else {
    *out++ = static_cast<uint8_t>(0xF0 | c >> 18);
    *out++ = static_cast<uint8_t>(0x80 | (c >> 12 & 0x3F));
    *out++ = static_cast<uint8_t>(0x80 | (c >> 6 & 0x3F));
    *out++ = static_cast<uint8_t>(0x80 | (c & 0x3F));
  }
  return out;
}

}  // namespace

struct cs_reader {
  std::unique_ptr<dom_parser_implementation> stage;
  size_t capacity = 0;
  std::vector<Key> keys;
  std::vector<int32_t> table;  // open addressing, -1 empty
  uint32_t mask = 0;
  std::vector<cs_node> nodes;
  std::vector<cs_node> unknown;
  std::vector<uint8_t> arena;  // unescaped text; never longer than the line
  size_t used = 0;
  uint8_t open[kMaxDepth];

  const uint8_t *line = nullptr;
  const uint32_t *token = nullptr;  // the next token's place
  const uint32_t *last = nullptr;

  bool more() const { return token < last; }
  uint8_t peek() const { return line[*token]; }
  // Where the token that starts at `token` ends: the next token, less white space.
  const uint8_t *token_end(const uint32_t *t, size_t length) const {
    const uint8_t *end = line + (t + 1 < last ? t[1] : length);
    while (is_space(end[-1])) end--;
    return end;
  }

  int32_t slot_of(const uint8_t *text, size_t length) const {
    if (length == 0) return -1;
    for (uint32_t i = hash_of(text, length) & mask; table[i] >= 0; i = (i + 1) & mask) {
      const Key &key = keys[static_cast<size_t>(table[i])];
      if (key.text.size() == length && std::memcmp(key.text.data(), text, length) == 0) return key.slot;
    }
    return -1;
  }

  // The text between the quotes at `start` and `end`; false for an escape that does not exist.
  bool text(const uint8_t *start, const uint8_t *end, const uint8_t *&out, uint32_t &out_length, uint8_t &flags) {
    const auto *escape = static_cast<const uint8_t *>(std::memchr(start, '\\', static_cast<size_t>(end - start)));
    if (!escape) {
      out = start;
      out_length = static_cast<uint32_t>(end - start);
      return true;
    }
    uint8_t *first = arena.data() + used;
    uint8_t *to = first;
    const uint8_t *from = start;
    while (escape) {
      const size_t plain = static_cast<size_t>(escape - from);
      std::memcpy(to, from, plain);
      to += plain;
      from = escape + 1;
      if (from >= end) return false;
      switch (*from++) {
        case '"': *to++ = '"'; break;
        case '\\': *to++ = '\\'; break;
        case '/': *to++ = '/'; break;
        case 'b': *to++ = '\b'; break;
        case 'f': *to++ = '\f'; break;
        case 'n': *to++ = '\n'; break;
        case 'r': *to++ = '\r'; break;
        case 't': *to++ = '\t'; break;
        case 'u': {
          const int32_t unit = hex4(from, end);
          if (unit < 0) return false;
          from += 4;
          uint32_t c = static_cast<uint32_t>(unit);
          if (c >= 0xD800 && c < 0xE000) {
            int32_t low = -1;
            if (c < 0xDC00 && end - from >= 6 && from[0] == '\\' && from[1] == 'u') low = hex4(from + 2, end);
            if (low >= 0xDC00 && low < 0xE000) {
              c = 0x10000 + ((c - 0xD800) << 10) + (static_cast<uint32_t>(low) - 0xDC00);
              from += 6;
            } else {
              c = 0xFFFD;
              flags |= CS_REPLACED;
            }
          }
          to = put_utf8(to, c);
          break;
        }
        default: return false;
      }
      escape = static_cast<const uint8_t *>(std::memchr(from, '\\', static_cast<size_t>(end - from)));
    }
    const size_t rest = static_cast<size_t>(end - from);
    std::memcpy(to, from, rest);
    to += rest;
    used = static_cast<size_t>(to - arena.data());
    out = first;
    out_length = static_cast<uint32_t>(to - first);
    return true;
  }

  // A number by JSON's grammar; CS_SYNTAX where it is none.
  int number(const uint8_t *start, const uint8_t *end, cs_node &node) {
    const uint8_t *p = start;
    const bool negative = *p == '-';
    if (negative) p++;
    const uint8_t *digits = p;
    while (p < end && is_digit(*p)) p++;
    const size_t count = static_cast<size_t>(p - digits);
    if (count == 0 || (count > 1 && *digits == '0')) return CS_SYNTAX;
    bool whole = true;
    if (p < end && *p == '.') {
      whole = false;
      const uint8_t *fraction = ++p;
      while (p < end && is_digit(*p)) p++;
      if (p == fraction) return CS_SYNTAX;
    }
    if (p < end && (*p | 0x20) == 'e') {
      whole = false;
      p++;
      if (p < end && (*p == '+' || *p == '-')) p++;
      const uint8_t *exponent = p;
      while (p < end && is_digit(*p)) p++;
      if (p == exponent) return CS_SYNTAX;
    }
    if (p != end) return CS_SYNTAX;
    const char *from = reinterpret_cast<const char *>(start);
    const char *to = reinterpret_cast<const char *>(end);
    node.text = start;
    node.text_length = static_cast<uint32_t>(end - start);
    if (whole && std::from_chars(from, to, node.integer).ec == std::errc()) {
      node.kind = CS_INTEGER;
      node.number = static_cast<double>(node.integer);
      return CS_OK;
    }
    node.kind = CS_DECIMAL;
    if (std::from_chars(from, to, node.number).ec != std::errc()) {
      node.number = std::numeric_limits<double>::infinity();
    }
    return CS_OK;
  }

  // Reads the value at `token` into `node` and steps behind it.
  int value(cs_node &node, size_t length, int depth) {
    if (!more()) return CS_UNCLOSED;
    const uint8_t *start = line + *token;
    switch (*start) {
      case '"': {
        const uint8_t *end = token_end(token, length);
        token++;
        if (end - start < 2 || end[-1] != '"') return CS_SYNTAX;
        node.kind = CS_STRING;
        if (!text(start + 1, end - 1, node.text, node.text_length, node.flags)) node.kind = CS_BROKEN;
        return CS_OK;
      }
      case '{':
      case '[':
        if (depth >= kKeptDepth || nodes.size() > kKeptChildren) {
          node.kind = CS_BROKEN;
          return skip(length);
        }
        return container(node, length, depth);
      default: return scalar(node, length);
    }
  }

  int scalar(cs_node &node, size_t length) {
    const uint8_t *start = line + *token;
    const uint8_t *end = token_end(token, length);
    token++;
    const size_t size = static_cast<size_t>(end - start);
    if (*start == '-' || is_digit(*start)) return number(start, end, node);
    if (size == 4 && std::memcmp(start, "true", 4) == 0) {
      node.kind = CS_TRUE;
    } else if (size == 5 && std::memcmp(start, "false", 5) == 0) {
      node.kind = CS_FALSE;
    } else if (size == 4 && std::memcmp(start, "null", 4) == 0) {
      node.kind = CS_NULL;
    } else {
      return CS_SYNTAX;
    }
    return CS_OK;
  }

  // A list or an object whose members are kept, in order.
  int container(cs_node &node, size_t length, int depth) {
    const bool object = peek() == '{';
    const uint8_t close = object ? '}' : ']';
    node.kind = object ? CS_OBJECT : CS_LIST;
    token++;
    if (!more()) return CS_UNCLOSED;
    if (peek() == close) {
      token++;
      return CS_OK;
    }
    int32_t previous = -1;
    while (true) {
      cs_node child = {};
      child.first_child = child.next = -1;
      if (object) {
        const int status = key(child, length);
        if (status != CS_OK) return status;
      }
      const int status = value(child, length, depth + 1);
      if (status != CS_OK) return status;
      const int32_t index = static_cast<int32_t>(nodes.size());
      nodes.push_back(child);
      if (previous < 0) {
        node.first_child = index;
      } else {
        nodes[static_cast<size_t>(previous)].next = index;
      }
      previous = index;
      if (!more()) return CS_UNCLOSED;
      const uint8_t c = peek();
      token++;
      if (c == close) return CS_OK;
      if (c != ',') return CS_SYNTAX;
    }
  }

  // A key and its colon.
  int key(cs_node &node, size_t length) {
    if (!more()) return CS_UNCLOSED;
    const uint8_t *start = line + *token;
    if (*start != '"') return CS_SYNTAX;
    const uint8_t *end = token_end(token, length);
    token++;
    if (end - start < 2 || end[-1] != '"') return CS_SYNTAX;
    uint8_t flags = 0;
    if (!text(start + 1, end - 1, node.key, node.key_length, flags)) {
      node.key = start + 1;
      node.key_length = static_cast<uint32_t>(end - start - 2);
    }
    if (!more()) return CS_UNCLOSED;
    if (peek() != ':') return CS_SYNTAX;
    token++;
    return CS_OK;
  }

  // Steps behind a value that nobody asked for, its grammar checked, without recursion.
  int skip(size_t length) {
    int depth = 0;
    cs_node ignored = {};
    const size_t mark = used;
    while (true) {
      // A value stands next.
      if (!more()) return CS_UNCLOSED;
      const uint8_t c = peek();
      if (c == '{' || c == '[') {
        if (depth == kMaxDepth) return CS_TOO_DEEP;
        open[depth++] = c;
        token++;
        if (!more()) return CS_UNCLOSED;
        if (peek() == (c == '{' ? '}' : ']')) {
          token++;
          depth--;
        } else {
          if (c == '{') {
            const int status = key(ignored, length);
            if (status != CS_OK) return status;
          }
          continue;
        }
      } else if (c == '"') {
        const uint8_t *end = token_end(token, length);
        if (end - (line + *token) < 2 || end[-1] != '"') return CS_SYNTAX;
        token++;
      } else {
        const int status = scalar(ignored, length);
        if (status != CS_OK) return status;
      }
      used = mark;
      // Behind a value: close what ends here, or go on to the next member.
      while (true) {
        if (depth == 0) return CS_OK;
        if (!more()) return CS_UNCLOSED;
        const uint8_t d = peek();
        const uint8_t container = open[depth - 1];
        token++;
        if (d == (container == '{' ? '}' : ']')) {
          depth--;
        } else if (d == ',') {
          if (container == '{') {
            const int status = key(ignored, length);
            if (status != CS_OK) return status;
          }
          break;
        } else {
          return CS_SYNTAX;
        }
      }
    }
  }

  int object(size_t length, cs_node *slots, size_t slot_count) {
    if (!more() || peek() != '{') return CS_NOT_AN_OBJECT;
    token++;
    if (!more()) return CS_UNCLOSED;
    if (peek() == '}') {
      token++;
    } else {
      while (true) {
        cs_node member = {};
        member.first_child = member.next = -1;
        int status = key(member, length);
        if (status != CS_OK) return status;
        const int32_t slot = slot_of(member.key, member.key_length);
        if (slot < 0 || static_cast<size_t>(slot) >= slot_count) {
          unknown.push_back(member);
          status = skip(length);
        } else {
          status = value(member, length, 0);
          if (slots[slot].kind != CS_ABSENT) member.flags |= CS_REPEATED;
          slots[slot] = member;
        }
        if (status != CS_OK) return status;
        if (!more()) return CS_UNCLOSED;
        const uint8_t c = peek();
        token++;
        if (c == '}') break;
        if (c != ',') return CS_SYNTAX;
      }
    }
    return more() ? CS_TRAILING : CS_OK;
  }
};

cs_reader *cs_reader_create(const char *const *keys, const int32_t *slots, size_t count) {
  try {
    auto reader = std::make_unique<cs_reader>();
    size_t size = 16;
    while (size < count * 4) size *= 2;
    reader->table.assign(size, -1);
    reader->mask = static_cast<uint32_t>(size - 1);
    for (size_t i = 0; i < count; i++) {
      const std::string text(keys[i]);
      if (text.empty()) continue;
      uint32_t place = hash_of(reinterpret_cast<const uint8_t *>(text.data()), text.size()) & reader->mask;
      while (reader->table[place] >= 0) place = (place + 1) & reader->mask;
      reader->table[place] = static_cast<int32_t>(reader->keys.size());
      reader->keys.push_back(Key{text, slots[i]});
    }
    return reader.release();
  } catch (const std::bad_alloc &) {
    return nullptr;
  }
}

void cs_reader_destroy(cs_reader *reader) { delete reader; }

int cs_reader_read(cs_reader *reader, const uint8_t *line, size_t length, cs_node *slots, size_t slot_count) {
  std::memset(slots, 0, slot_count * sizeof(cs_node));
  reader->nodes.clear();
  reader->unknown.clear();
  reader->used = 0;
  try {
    if (length == 0) return CS_NOT_AN_OBJECT;
    if (length > reader->capacity) {
      const size_t capacity = length < 4096 ? 8192 : length * 2;
      if (!reader->stage) {
        if (simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 4, reader->stage)) {
          return CS_MEMORY;
        }
      } else if (reader->stage->allocate(capacity, 4)) {
        return CS_MEMORY;
      }
      reader->arena.resize(capacity);
      reader->capacity = capacity;
    }
    switch (reader->stage->stage1(line, length, simdjson::stage1_mode::regular)) {
      case simdjson::SUCCESS: break;
      case simdjson::UTF8_ERROR: return CS_BAD_UTF8;
      case simdjson::UNESCAPED_CHARS: return CS_BAD_CONTROL;
      case simdjson::UNCLOSED_STRING: return CS_UNCLOSED;
      case simdjson::EMPTY: return CS_NOT_AN_OBJECT;
      case simdjson::MEMALLOC:
      case simdjson::CAPACITY: return CS_MEMORY;
      default: return CS_SYNTAX;
    }
    reader->line = line;
    reader->token = reader->stage->structural_indexes.get();
    reader->last = reader->token + reader->stage->n_structural_indexes;
    return reader->object(length, slots, slot_count);
  } catch (const std::bad_alloc &) {
    return CS_MEMORY;
  }
}

const cs_node *cs_reader_nodes(const cs_reader *reader) { return reader->nodes.data(); }

const cs_node *cs_reader_unknown(const cs_reader *reader, size_t *count) {
  *count = reader->unknown.size();
  return reader->unknown.data();
}

int cs_is_utf8(const uint8_t *bytes, size_t length) {
  return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}
