#pragma once

// A flat C face for simdjson: one JSON object a call, its known fields into numbered slots.
//
// simdjson's first stage (SIMD, chosen at run time) finds the tokens and checks UTF-8 and quotes; the walk over the
// tokens is written here, so that a bad value spoils its own field and not its line, and strings without escapes are
// handed over in place, uncopied.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  CS_ABSENT = 0,
  CS_NULL,
  CS_FALSE,
  CS_TRUE,
  CS_INTEGER,  // fits a signed 64-bit integer
  CS_DECIMAL,  // any other number; `number` may be infinite where the text is past a double
  CS_STRING,   // `text`, unescaped
  CS_LIST,     // children from `first_child` on
  CS_OBJECT,   // likewise, each with its `key`
  CS_BROKEN,   // a string with an escape that does not exist, or lists nested past what a field can hold
  CS_CELL      // a CSV cell; never made here
};

enum {
  CS_REPEATED = 1,  // the key stood more than once: the last one counts
  CS_REPLACED = 2   // half of a surrogate pair became U+FFFD
};

// One value. `text` and `key` point into the line or into the reader, and live until its next read.
typedef struct cs_node {
  const uint8_t *text;
  const uint8_t *key;
  int64_t integer;
  double number;
  uint32_t text_length;
  uint32_t key_length;
  int32_t first_child;  // index among the reader's nodes, -1 for none
  int32_t next;         // the next sibling, -1 at the end
  uint8_t kind;
  uint8_t flags;
} cs_node;

enum {
  CS_OK = 0,
  CS_NOT_AN_OBJECT,   // valid JSON perhaps, but no object
  CS_SYNTAX,          // not JSON
  CS_UNCLOSED,        // a string or the object does not end
  CS_BAD_UTF8,
  CS_BAD_CONTROL,     // a bare control character inside a string
  CS_TOO_DEEP,        // more than 1,024 levels
  CS_TRAILING,        // something stands behind the object
  CS_MEMORY
};

typedef struct cs_reader cs_reader;

// A reader for objects with these keys; NULL when memory is short. Key i fills slot `slots[i]`.
cs_reader *cs_reader_create(const char *const *keys, const int32_t *slots, size_t count);
void cs_reader_destroy(cs_reader *reader);

// Reads one object. `slots` has `slot_count` entries and is cleared first.
int cs_reader_read(cs_reader *reader, const uint8_t *line, size_t length, cs_node *slots, size_t slot_count);

// The nodes that `first_child` and `next` count in, after a read.
const cs_node *cs_reader_nodes(const cs_reader *reader);

// Keys without a slot in the last object (a node each, `key` filled).
const cs_node *cs_reader_unknown(const cs_reader *reader, size_t *count);

// Whether the bytes are valid UTF-8.
int cs_is_utf8(const uint8_t *bytes, size_t length);

#ifdef __cplusplus
}
#endif
