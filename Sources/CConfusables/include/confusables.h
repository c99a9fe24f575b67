#pragma once
#include <stdint.h>

/// Writes the Unicode UTS #39 skeleton of `text` (UTF-8, `length` bytes) into `out` and returns its length in bytes,
/// or -1 where the text is not valid or the skeleton does not fit into `capacity`.
int32_t confusable_skeleton(const char *text, int32_t length, char *out, int32_t capacity);
