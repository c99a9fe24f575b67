#pragma once

// JSON's texts and numbers (RFC 8259), one at a time.

#include <charconv>
#include <cstring>
#include <limits>

#include "simdjson_shim.h"

namespace json {

inline uint32_t hash_of(const uint8_t *text, size_t length) {
  uint32_t h = static_cast<uint32_t>(length) * 0x9E3779B1u;
  h ^= text[0] * 0x85EBCA6Bu;
  h ^= text[length - 1] * 0xC2B2AE35u;
  h ^= text[length / 2] * 0x27D4EB2Fu;
  return h ^ (h >> 15);
}

inline bool is_space(uint8_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
inline bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

inline int hex_digit(uint8_t c) {
  if (is_digit(c)) return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Four hex digits at `p`, or -1.
inline int32_t hex4(const uint8_t *p, const uint8_t *end) {
  if (end - p < 4) return -1;
  int32_t value = 0;
  for (int i = 0; i < 4; i++) {
    const int digit = hex_digit(p[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

inline uint8_t *put_utf8(uint8_t *out, uint32_t c) {
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

// Writes the text between `start` and `end` to `to`, escapes undone, and returns where it ends; null for an escape that
// does not exist. It never grows.
inline uint8_t *unescape(const uint8_t *start, const uint8_t *end, uint8_t *to, uint8_t &flags) {
  const uint8_t *from = start;
  const auto *escape = static_cast<const uint8_t *>(std::memchr(from, '\\', static_cast<size_t>(end - from)));
  while (escape) {
    const size_t plain = static_cast<size_t>(escape - from);
    std::memcpy(to, from, plain);
    to += plain;
    from = escape + 1;
    if (from >= end) return nullptr;
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
        if (unit < 0) return nullptr;
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
      default: return nullptr;
    }
    escape = static_cast<const uint8_t *>(std::memchr(from, '\\', static_cast<size_t>(end - from)));
  }
  const size_t rest = static_cast<size_t>(end - from);
  std::memcpy(to, from, rest);
  to += rest;
  return to;
}

// A number by JSON's grammar; CS_SYNTAX where it is none.
inline int read_number(const uint8_t *start, const uint8_t *end, cs_node &node) {
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
    // Past a double: below its smallest where the number is under one, else above its greatest.
    const bool is_tiny = (*digits == '0') || std::memchr(digits, '-', static_cast<size_t>(end - digits));
    node.number = is_tiny ? 0 : std::numeric_limits<double>::infinity();
  }
  return CS_OK;
}

}  // namespace json
