#include "simdjson_shim.h"

#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <simdjson.h>

#include "json_values.hpp"

using simdjson::internal::dom_parser_implementation;
using namespace json;

namespace {

constexpr int kMaxDepth = 1024;   // levels of an ignored value
constexpr int kKeptDepth = 3;     // levels of a kept one: a list of objects of values
constexpr size_t kKeptChildren = 1 << 20;

struct Key {
  std::string text;
  int32_t slot;
};

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
  const uint8_t *line_end = nullptr;
  const uint8_t *escape = nullptr;  // the first backslash behind the texts that were read, or the line's end

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

  // Whether a text holds an escape. Texts are asked about in the order of the line, so that the line is searched once
  // and not every key and value apart.
  bool has_escape(const uint8_t *start, const uint8_t *end) {
    if (escape < start) {
      const void *found = std::memchr(start, '\\', static_cast<size_t>(line_end - start));
      escape = found ? static_cast<const uint8_t *>(found) : line_end;
    }
    return escape < end;
  }

  // The text between the quotes at `start` and `end`, in place where it holds no escape; false for an escape that
  // does not exist.
  bool text(const uint8_t *start, const uint8_t *end, const uint8_t *&out, uint32_t &out_length, uint8_t &flags) {
    if (!has_escape(start, end)) {
      out = start;
      out_length = static_cast<uint32_t>(end - start);
      return true;
    }
    uint8_t *first = arena.data() + used;
    const uint8_t *last_byte = unescape(start, end, first, flags);
    if (!last_byte) return false;
    used = static_cast<size_t>(last_byte - arena.data());
    out = first;
    out_length = static_cast<uint32_t>(last_byte - first);
    return true;
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
    if (*start == '-' || is_digit(*start)) return read_number(start, end, node);
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
    reader->line_end = line + length;
    reader->escape = nullptr;
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
