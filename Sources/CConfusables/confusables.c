#include "confusables.h"

#include <stddef.h>
#include <unicode/uspoof.h>

// One checker for the life of the process: it is immutable once opened, and ICU documents its const use as thread-safe.
static const USpoofChecker *shared_checker(void) {
  static USpoofChecker *checker = NULL;
  USpoofChecker *known = __atomic_load_n(&checker, __ATOMIC_ACQUIRE);
  if (known != NULL) return known;
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker *opened = uspoof_open(&status);
  if (U_FAILURE(status)) return NULL;
  USpoofChecker *expected = NULL;
  if (__atomic_compare_exchange_n(&checker, &expected, opened, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) return opened;
  uspoof_close(opened);
  return expected;
}

int32_t confusable_skeleton(const char *text, int32_t length, char *out, int32_t capacity) {
  const USpoofChecker *checker = shared_checker();
  if (checker == NULL) return -1;
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = uspoof_getSkeletonUTF8(checker, 0, text, length, out, capacity, &status);
  return U_FAILURE(status) || written > capacity ? -1 : written;
}
